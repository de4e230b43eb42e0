package dev.signalbox.seata.action;

import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.console.ConsoleReader;
import dev.signalbox.seata.problem.SeataProblems;
import dev.signalbox.seata.rpc.Answer;
import dev.signalbox.seata.rpc.TcClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Ends a running transaction: one request, sent once, and then the truth about what came of it.
public final class Executor {

    private final ConsoleReader console;
    private final TcClient rpc;
    private final String clusterId;
    private final Duration patience;

    /// @param patience how long the transaction is watched after the request was sent
    public Executor(ConsoleReader console, TcClient rpc, String clusterId, Duration patience) {
        this.console = console;
        this.rpc = rpc;
        this.clusterId = clusterId;
        this.patience = patience;
    }

    /// An interrupt ends the watching, not the request.
    ///
    /// @throws ConnectorException when nothing was sent
    public Outcome execute(Ending ending, Plan plan, Execution execution)
            throws ConnectorException, InterruptedException {
        String xid = plan.action().target();
        if (!plan.clusterId().equals(clusterId)) {
            throw SeataProblems.of(
                    ProblemKind.CONFLICT, "refused.otherCluster", plan.clusterId(), clusterId);
        }
        requireRunning(xid);
        long planned = plan.effect().count();
        execution.progress(0, planned);
        CompletableFuture<Answer> answer =
                switch (ending) {
                    case ROLLBACK -> rpc.rollback(xid);
                    case COMMIT -> rpc.commit(xid);
                };
        // From here on something may have changed, so what follows is an outcome and no exception.
        Follow follow = new Follow(ending, xid, console, answer);
        Outcomes outcomes = new Outcomes(ending, xid, planned, follow);
        try {
            Verdict verdict =
                    follow.until(patience, _ -> execution.progress(outcomes.done(), planned));
            Outcome outcome = outcomes.of(verdict);
            execution.progress(outcome.done(), planned);
            return outcome;
        } catch (InterruptedException e) {
            return outcomes.interrupted();
        } finally {
            answer.cancel(false);
        }
    }

    private void requireRunning(String xid) throws ConnectorException, InterruptedException {
        TransactionStatus status = rpc.status(xid);
        if (status == TransactionStatus.FINISHED) {
            throw SeataProblems.of(ProblemKind.NOT_FOUND, "refused.unknownXid", xid, rpc.address());
        }
        if (status != TransactionStatus.BEGIN) {
            throw new ConnectorException(Refusals.of(status, xid));
        }
    }
}
