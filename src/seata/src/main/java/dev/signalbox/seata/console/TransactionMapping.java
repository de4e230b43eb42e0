package dev.signalbox.seata.console;

import static dev.signalbox.seata.problem.SeataTexts.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import dev.signalbox.core.model.GlobalTransaction.Lock;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.seata.console.Fields.MalformedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.seata.core.model.BranchStatus;

/// From what the console tells of a transaction to what the operator is shown.
final class TransactionMapping {

    private TransactionMapping() {}

    /// A row lock, and whose it is.
    record HeldLock(String xid, String branchId, Lock lock) {}

    static HeldLock lock(JsonNode json) throws MalformedAnswer {
        Fields fields = new Fields(json);
        return new HeldLock(
                fields.neededText("xid"),
                fields.neededText("branchId"),
                new Lock(fields.text("tableName"), fields.text("pk")));
    }

    /// Without its locks, which the console tells apart; see [#withLocks].
    static GlobalTransaction transaction(JsonNode json) throws MalformedAnswer {
        Fields fields = new Fields(json);
        List<Branch> branches = new ArrayList<>();
        for (JsonNode branch : fields.objects("branchSessionVOs")) {
            branches.add(branch(new Fields(branch)));
        }
        // The console tells them in no order. Their ids grow, so this is the order they were
        // registered in.
        branches.sort(
                Comparator.comparingInt((Branch b) -> b.id().length()).thenComparing(Branch::id));
        long code = fields.neededNumber("status");
        boolean toldNone = json.path("branchSessionVOs").isArray() && branches.isEmpty();
        Standing standing = standing(code, toldNone);
        return new GlobalTransaction(
                fields.neededText("xid"),
                fields.text("transactionName"),
                fields.text("applicationId"),
                fields.text("transactionServiceGroup"),
                standing.status(),
                begun(fields.number("beginTime")),
                Duration.ofMillis(fields.neededNumber("timeout")),
                branches,
                standing.note());
    }

    static GlobalTransaction withLocks(GlobalTransaction transaction, List<HeldLock> locks) {
        List<Branch> branches =
                transaction.branches().stream().map(branch -> withLocks(branch, locks)).toList();
        return new GlobalTransaction(
                transaction.xid(),
                transaction.name(),
                transaction.application(),
                transaction.group(),
                transaction.status(),
                transaction.begunAt(),
                transaction.timeout(),
                branches,
                transaction.note());
    }

    private static Branch withLocks(Branch branch, List<HeldLock> locks) {
        List<Lock> held =
                locks.stream()
                        .filter(lock -> lock.branchId().equals(branch.id()))
                        .map(HeldLock::lock)
                        .toList();
        return new Branch(
                branch.id(),
                branch.type(),
                branch.resource(),
                branch.status(),
                branch.client(),
                held);
    }

    private static Branch branch(Fields fields) throws MalformedAnswer {
        return new Branch(
                fields.neededText("branchId"),
                fields.text("branchType"),
                JdbcAddress.withoutSecrets(fields.text("resourceId")),
                branchStatus(fields.neededNumber("status")),
                fields.text("clientId"),
                List.of());
    }

    private static String branchStatus(long code) {
        for (BranchStatus status : BranchStatus.values()) {
            if (status.getCode() == code) {
                return status.name();
            }
        }
        return text("branch.status.unknown", Long.toString(code));
    }

    private static Optional<Instant> begun(OptionalLong millis) {
        return millis.isPresent() && millis.getAsLong() > 0
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }

    private record Standing(TransactionStatus status, Optional<String> note) {}

    /// With a store in a database or in Redis a transaction that has ended keeps its last status, without
    /// branches, until it is cleared about two minutes later (`server.retryDeadThreshold`).
    private static Standing standing(long code, boolean withoutBranches) {
        TransactionStatus status = TransactionStatus.ofCode((int) code);
        if (status.code() != code) {
            return new Standing(
                    TransactionStatus.UNKNOWN,
                    Optional.of(text("note.unknownStatus", Long.toString(code))));
        }
        if (withoutBranches && status == TransactionStatus.ROLLBACKING) {
            return new Standing(TransactionStatus.ROLLBACKED, Optional.of(text("note.rolledBack")));
        }
        if (withoutBranches && status == TransactionStatus.COMMITTING) {
            return new Standing(TransactionStatus.COMMITTED, Optional.of(text("note.committed")));
        }
        return new Standing(status, Optional.empty());
    }
}
