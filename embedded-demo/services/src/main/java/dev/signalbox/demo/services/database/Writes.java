package dev.signalbox.demo.services.database;

import java.sql.Connection;
import java.sql.SQLException;

/// Statements of one local transaction that yield nothing.
///
/// @param <X> what else can go wrong with them
@FunctionalInterface
public interface Writes<X extends Exception> {

    /// Runs on a connection in a transaction. Whatever is thrown rolls the transaction back.
    void on(Connection connection) throws SQLException, X;
}
