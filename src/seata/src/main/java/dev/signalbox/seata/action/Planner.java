package dev.signalbox.seata.action;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Step;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.console.ConsoleReader;
import dev.signalbox.seata.console.ConsoleReader.Sighting;
import dev.signalbox.seata.problem.SeataProblems;
import dev.signalbox.seata.rpc.TcClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Works out what ending a transaction would do. Asks the console and the RPC, changes nothing.
public final class Planner {

    private final ConsoleReader console;
    private final TcClient rpc;
    private final String clusterId;
    private final Clock clock;

    public Planner(ConsoleReader console, TcClient rpc, String clusterId, Clock clock) {
        this.console = console;
        this.rpc = rpc;
        this.clusterId = clusterId;
        this.clock = clock;
    }

    /// Refused with `NOT_FOUND` where the coordinator does not have the transaction, and with `CONFLICT` or
    /// `UNSUPPORTED` where it is not running any more.
    ///
    /// @param action the one the ending stands for; its target is the XID
    public Plan plan(Ending ending, Action action) throws ConnectorException, InterruptedException {
        Sighting seen = running(action.target());
        GlobalTransaction transaction = seen.transaction();
        Instant now = clock.instant();
        boolean locksKnown = seen.gaps().isEmpty();
        List<Step> steps =
                transaction.branches().stream()
                        .map(b -> new Step(BranchTexts.step(ending, b, locksKnown), 1))
                        .toList();
        return new Plan(
                UUID.randomUUID(),
                clusterId,
                action,
                now,
                new Effect(Unit.BRANCHES, steps.size(), true, OptionalLong.empty()),
                steps,
                List.of(),
                Hazards.of(ending, transaction, now, locksKnown),
                Reversal.IMPOSSIBLE);
    }

    /// The transaction, running according to both the console and the RPC.
    private Sighting running(String xid) throws ConnectorException, InterruptedException {
        Optional<Sighting> seen = console.find(xid);
        TransactionStatus status = rpc.status(xid);
        if (seen.isEmpty()) {
            // The RPC alone cannot tell an unknown transaction from one that has ended.
            throw status == TransactionStatus.FINISHED ? unknown(xid) : twoCoordinators(xid);
        }
        TransactionStatus listed = seen.get().transaction().status();
        if (listed != TransactionStatus.BEGIN) {
            throw new ConnectorException(Refusals.of(listed, xid));
        }
        if (status == TransactionStatus.FINISHED) {
            // It has ended since the console was asked; if the console still has it, the two
            // answers come
            // from two coordinators.
            throw console.find(xid).isPresent() ? twoCoordinators(xid) : unknown(xid);
        }
        if (status != TransactionStatus.BEGIN) {
            throw new ConnectorException(Refusals.of(status, xid));
        }
        return seen.get();
    }

    private ConnectorException unknown(String xid) {
        return SeataProblems.of(
                ProblemKind.NOT_FOUND, "refused.unknownXid", xid, console.address());
    }

    private ConnectorException twoCoordinators(String xid) {
        return SeataProblems.of(
                ProblemKind.CONFLICT,
                "refused.twoCoordinators",
                xid,
                console.address(),
                rpc.address());
    }
}
