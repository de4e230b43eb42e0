package dev.signalbox.seata.action;

import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.problem.SeataProblems;

/// Why a transaction that is not running any more cannot be rolled back or committed, and what can be done
/// instead.
///
/// The coordinator's RPC acts on `Begin` alone; asked in any other status it does nothing and says where the
/// transaction is.
final class Refusals {

    private Refusals() {}

    static Problem of(TransactionStatus status, String xid) {
        ProblemKind kind =
                switch (Course.of(status)) {
                    // Somebody else, or the coordinator itself, was faster.
                    case RUNNING, COMMITTING, COMMITTED, ROLLING_BACK, ROLLED_BACK ->
                            ProblemKind.CONFLICT;
                    case GONE ->
                            status == TransactionStatus.FINISHED
                                    ? ProblemKind.CONFLICT
                                    : ProblemKind.UNSUPPORTED;
                    case COMMIT_FAILED, ROLLBACK_FAILED, HALTED -> ProblemKind.UNSUPPORTED;
                };
        return SeataProblems.problem(kind, "refused." + status.name(), xid);
    }
}
