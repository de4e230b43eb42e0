package dev.signalbox.seata.action;

import static dev.signalbox.seata.problem.SeataTexts.text;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.problem.SeataProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts into words what came of a request to end a transaction.
final class Outcomes {

    private final Ending ending;
    private final String xid;
    private final long planned;
    private final Follow seen;

    /// @param planned branches
    Outcomes(Ending ending, String xid, long planned, Follow seen) {
        this.ending = ending;
        this.xid = xid;
        this.planned = planned;
        this.seen = seen;
    }

    Outcome of(Verdict verdict) {
        return switch (verdict) {
            case DONE -> succeeded(text(ending.key("outcome.done"), xid));
            case CLEARED -> succeeded(text(ending.key("outcome.cleared"), xid));
            case FAILED -> failed();
            case OPEN -> seen.isListed() ? stillOpen() : partial(unknown());
            case UNKNOWN -> partial(unknown());
            case OVERTAKEN -> nothing(ProblemKind.CONFLICT, ending.key("outcome.overtaken"));
            case ENDED_BEFORE -> nothing(ProblemKind.CONFLICT, ending.key("outcome.endedBefore"));
            case REFUSED -> nothing(ProblemKind.UNEXPECTED, ending.key("outcome.refused"));
        };
    }

    /// The operator does not want to wait any longer. What was sent is sent.
    Outcome interrupted() {
        Problem problem = problem(ProblemKind.TIMEOUT, ending.key("outcome.interrupted"));
        return withRemaining(Result.CANCELLED, problem);
    }

    /// How many of the planned branches the coordinator no longer lists, as far as that was seen.
    long done() {
        long remaining =
                seen.lastListed().map(last -> (long) last.branches().size()).orElse(planned);
        return Math.max(0, planned - remaining);
    }

    private Outcome succeeded(String what) {
        return new Outcome(
                Result.SUCCEEDED,
                planned,
                List.of(new StepOutcome(what, planned, Optional.empty())),
                Optional.empty());
    }

    private Outcome failed() {
        TransactionStatus status =
                seen.lastListed().map(GlobalTransaction::status).orElse(TransactionStatus.UNKNOWN);
        String key =
                Course.of(status) == Course.HALTED
                        ? "outcome.halted"
                        : ending.key("outcome.failed");
        Problem problem = problem(ProblemKind.CONFLICT, key);
        return withRemaining(done() == 0 ? Result.FAILED : Result.PARTIAL, problem);
    }

    private Outcome stillOpen() {
        TransactionStatus status = seen.lastListed().orElseThrow().status();
        return switch (Course.of(status)) {
            case COMMITTING, ROLLING_BACK ->
                    partial(problem(ProblemKind.TIMEOUT, ending.key("outcome.still"), status));
            case RUNNING, COMMITTED, COMMIT_FAILED, ROLLED_BACK, ROLLBACK_FAILED, HALTED, GONE ->
                    partial(unknown());
        };
    }

    private Problem unknown() {
        String key = seen.isAnswerLost() ? "outcome.unknownLost" : "outcome.unknownSilent";
        return problem(ProblemKind.TIMEOUT, ending.key(key));
    }

    private Outcome partial(Problem problem) {
        return withRemaining(Result.PARTIAL, problem);
    }

    private Outcome nothing(ProblemKind kind, String key) {
        Problem problem = problem(kind, key);
        return new Outcome(
                Result.FAILED,
                0,
                List.of(new StepOutcome(problem.summary(), 0, Optional.of(problem))),
                Optional.empty());
    }

    /// The transaction as a whole, then each branch that is still listed.
    private Outcome withRemaining(Result result, Problem problem) {
        List<StepOutcome> steps = new ArrayList<>();
        steps.add(new StepOutcome(problem.summary(), done(), Optional.of(problem)));
        Problem open = problem(problem.kind(), "outcome.branchOpen");
        for (Branch branch : seen.lastListed().map(GlobalTransaction::branches).orElse(List.of())) {
            steps.add(new StepOutcome(BranchTexts.name(branch), 0, Optional.of(open)));
        }
        return new Outcome(result, done(), steps, Optional.empty());
    }

    private Problem problem(ProblemKind kind, String key, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = xid;
        System.arraycopy(more, 0, arguments, 1, more.length);
        Problem worded = SeataProblems.problem(kind, key, arguments);
        return new Problem(kind, worded.summary(), worded.remedy(), seen.coordinatorsWords());
    }
}
