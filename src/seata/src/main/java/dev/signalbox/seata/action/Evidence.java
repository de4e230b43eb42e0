package dev.signalbox.seata.action;

import dev.signalbox.core.model.GlobalTransaction;
import java.util.Optional;

/// What is known, after a request to end a transaction was sent, of what the coordinator made of it.
///
/// @param answer where the answer says the transaction is
/// @param lost there will be no answer any more: whether the request arrived is not known
/// @param look at the console, after the request was sent
/// @param seenUnderWay whether an earlier look found it on the way that was asked for
record Evidence(Optional<Course> answer, boolean lost, Look look, boolean seenUnderWay) {

    /// One look at the console.
    sealed interface Look {
        /// It lists the transaction.
        record Listed(GlobalTransaction transaction) implements Look {
            Course course() {
                return Course.of(transaction.status());
            }
        }

        /// It does not.
        record NotListed() implements Look {}

        /// It could not be read.
        record Unreadable() implements Look {}
    }

    /// Nothing yet.
    static Evidence none() {
        return new Evidence(Optional.empty(), false, new Look.Unreadable(), false);
    }
}
