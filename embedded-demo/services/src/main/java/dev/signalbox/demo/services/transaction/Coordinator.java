package dev.signalbox.demo.services.transaction;

import java.time.Duration;

/// Begins, ends and looks at global transactions.
public interface Coordinator {

    /// Begins a global transaction.
    ///
    /// @param timeout after which the coordinator rolls it back by itself
    /// @return its XID
    /// @throws CoordinatorException when the coordinator does not answer; nothing was begun that anybody
    ///     would ever write a branch of
    String begin(String name, Duration timeout) throws CoordinatorException;

    /// Asks for a commit. One that has ended otherwise stays as it is.
    ///
    /// @return what the transaction has come to
    /// @throws CoordinatorException when there is no answer: it may be committed or not
    Ending commit(String xid) throws CoordinatorException;

    /// Asks for a roll back. One that has ended otherwise stays as it is.
    ///
    /// @return what the transaction has come to
    /// @throws CoordinatorException when there is no answer: it may be rolled back or not
    Ending rollBack(String xid) throws CoordinatorException;

    /// Looks. Changes nothing.
    ///
    /// @throws CoordinatorException when there is no answer
    Ending ending(String xid) throws CoordinatorException;
}
