package dev.signalbox.bench;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The broker is stopped in the middle of a replay and comes back: the replay has to say that it waits, and to finish
/// exactly once.
///
/// Options: `letters` (200,000), `seconds` (30) that the broker stays away.
final class ReplayOutageBench implements Bench {
    @Override
    public String name() {
        return "replay-outage";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int letters = options.number("letters", 200_000);
        Duration away = Duration.ofSeconds(options.number("seconds", 30));
        Letters written = new Letters();
        try (TempFolder folder = TempFolder.create();
                Broker broker = Broker.start();
                Workbench workbench = Console.workbench(folder.path(), broker.address())) {
            Replays.makeTopics(broker.address(), "shop", "shop-dlt");
            written.produce(broker.address(), "shop-dlt", "shop", letters);
            Operation replay = Replays.start(workbench, Replays.plan(workbench, "shop-dlt"));
            while (replay.state().done() == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            broker.stop();
            long stoppedAt = System.nanoTime();
            report.count("replayed-before", replay.state().done());
            Optional<Problem> said = Optional.empty();
            while (System.nanoTime() - stoppedAt < away.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(50);
                if (said.isEmpty() && replay.state().problem().isPresent()) {
                    said = replay.state().problem();
                    report.note("it says: " + said.get().summary());
                    report.figure("said-after", (System.nanoTime() - stoppedAt) / 1e6, "ms");
                }
            }
            if (said.isEmpty() || replay.state().status().hasEnded()) {
                throw new IllegalStateException("it does not wait: " + replay.state());
            }
            broker.startAgain();
            long backAt = System.nanoTime();
            Replays.checkSucceeded(replay.await());
            report.figure("finished-after", (System.nanoTime() - backAt) / 1e6, "ms");
            Arrivals arrivals = Arrivals.of(broker.address(), "shop", written, letters);
            report.count("lost", arrivals.lost());
            report.count("duplicates", arrivals.duplicates());
            if (!arrivals.isExact()) {
                throw new IllegalStateException("not exactly once: " + arrivals);
            }
        }
    }
}
