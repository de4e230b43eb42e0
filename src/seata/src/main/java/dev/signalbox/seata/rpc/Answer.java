package dev.signalbox.seata.rpc;

import dev.signalbox.core.model.TransactionStatus;

/// What the coordinator says to a request to end a transaction.
///
/// @param status where the transaction is after it; `FINISHED` also where it does not know the transaction
/// @param message why it could not do all of it at once, in its own words; may be empty
public record Answer(TransactionStatus status, String message) {}
