package dev.signalbox.demo.services.database;

import java.sql.Connection;
import java.sql.SQLException;

/// Statements that belong to one local transaction.
///
/// @param <T> what they yield
/// @param <X> what else can go wrong with them
@FunctionalInterface
public interface Work<T, X extends Exception> {

    /// Runs on a connection in a transaction. Whatever is thrown rolls the transaction back.
    T on(Connection connection) throws SQLException, X;
}
