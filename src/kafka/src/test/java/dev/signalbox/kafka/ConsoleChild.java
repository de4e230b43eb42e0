package dev.signalbox.kafka;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Folders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A whole console in a process of its own: plans a replay, prints `planned`, waits for a line, and carries it out.
/// Prints how that ended: `SUCCEEDED`, or the kind of the first problem.
final class ConsoleChild {
    private ConsoleChild() {}

    /// @param args address of the broker, folder of the user, dead-letter topic
    public static void main(String[] args) throws Exception {
        try (Workbench console =
                Workbench.open(Folders.under(Path.of(args[1])), Clock.systemUTC())) {
            CountDownLatch live = new CountDownLatch(1);
            console.connections()
                    .onState(
                            (ConnectionState state) -> {
                                if (state.phase() == Phase.LIVE) {
                                    live.countDown();
                                }
                            });
            console.connections().open(KafkaFixture.profile(KafkaFixture.patient(args[0])));
            live.await();
            ReplayDeadLetters replay =
                    new ReplayDeadLetters(
                            args[2], new MessageSelection.All(), Optional.empty(), false);
            Plan plan = console.actions().plan("test", replay);
            System.out.println("planned");
            if (System.in.read() >= 0) {
                System.out.println(carryOut(console, plan));
            }
        }
    }

    private static String carryOut(Workbench console, Plan plan) throws InterruptedException {
        try {
            Operation.State end =
                    console.actions().start("test", plan, Confirmation.of(plan.id())).await();
            return end.problem()
                    .or(() -> end.outcome().flatMap(ConsoleChild::firstProblem))
                    .map(problem -> problem.kind().name())
                    .orElse(end.status().name());
        } catch (ConnectorException e) {
            return e.problem().kind().name();
        }
    }

    private static Optional<Problem> firstProblem(Outcome outcome) {
        return outcome.steps().stream().flatMap(step -> step.problem().stream()).findFirst();
    }
}
