package dev.signalbox.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A global transaction as its coordinator tells it.
///
/// @param timeout after `begunAt` plus this the coordinator rolls it back by itself
/// @param note what the status alone does not say, in the operator's language; empty where it says it all
public record GlobalTransaction(
        String xid,
        String name,
        String application,
        String group,
        TransactionStatus status,
        Optional<Instant> begunAt,
        Duration timeout,
        List<Branch> branches,
        Optional<String> note) {

    public GlobalTransaction {
        branches = List.copyOf(branches);
    }

    /// One resource's part in the transaction.
    ///
    /// @param type AT, TCC, SAGA or XA
    /// @param resource for a database its JDBC address without secrets
    /// @param status the coordinator's word for it
    /// @param client application and address that registered it
    public record Branch(
            String id,
            String type,
            String resource,
            String status,
            String client,
            List<Lock> locks) {
        public Branch {
            locks = List.copyOf(locks);
        }
    }

    /// A row that nobody else may change until the transaction ends.
    public record Lock(String table, String primaryKey) {}

    /// How long it has been running at `now`.
    public Optional<Duration> age(Instant now) {
        return begunAt.map(begin -> Duration.between(begin, now));
    }

    public int lockCount() {
        return branches.stream().mapToInt(branch -> branch.locks().size()).sum();
    }
}
