package dev.signalbox.bench;

import dev.signalbox.bench.RabbitLetters.Arrived;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.port.Plan;
import java.util.List;

/// Replaying dead letters of 1 KiB from a quorum and from a classic queue, through gate, ledger and audit, beside the
/// shovel plugin on the same node.
///
/// Options: `letters` (200,000), `runs` (1, after one to warm up with a tenth of the letters).
final class RabbitReplayBench implements Bench {
    @Override
    public String name() {
        return "rabbit-replay";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int letters = options.number("letters", 200_000);
        int runs = options.number("runs", 1);
        try (TempFolder folder = TempFolder.create();
                RabbitServer server = RabbitServer.start();
                Workbench workbench = Console.workbench(folder.path(), server.address())) {
            report.count("letters", letters);
            for (String type : List.of("quorum", "classic")) {
                Sides sides = new Sides(report, server, workbench, type);
                sides.run("warm-" + type, letters / 10);
                for (int run = 1; run <= runs; run++) {
                    sides.run(type + "-" + run, letters);
                }
                sides.print(letters);
            }
        }
    }

    /// Both sides on queues of one type.
    private static final class Sides {
        private final Report report;
        private final RabbitServer server;
        private final Workbench workbench;
        private final String type;
        private final Stopwatch planned = new Stopwatch();
        private final Stopwatch replayed = new Stopwatch();
        private final Stopwatch shoveled = new Stopwatch();

        Sides(Report report, RabbitServer server, Workbench workbench, String type) {
            this.report = report;
            this.server = server;
            this.workbench = workbench;
            this.type = type;
        }

        void run(String name, int letters) throws Exception {
            RabbitLetters ours = filled(name, letters);
            Plan plan = planned.time(() -> Replays.plan(workbench, ours.dead()));
            Replays.checkSucceeded(replayed.time(() -> Replays.start(workbench, plan).await()));
            check(ours, letters);
            RabbitLetters theirs = filled(name + "-shovel", letters);
            shoveled.time(
                    () -> {
                        Shovel.move(server, theirs, letters);
                        return letters;
                    });
            check(theirs, letters);
            report.note(
                    type
                            + ": planned "
                            + planned
                            + ", replayed "
                            + replayed
                            + ", shovel "
                            + shoveled);
        }

        private RabbitLetters filled(String name, int letters) throws Exception {
            RabbitLetters filled = new RabbitLetters(server, type, name);
            filled.declare();
            filled.write(0, letters);
            return filled;
        }

        private void check(RabbitLetters queue, int letters) throws Exception {
            Arrived arrived = queue.arrived(letters);
            long left = server.ready(queue.dead());
            if (!arrived.equals(new Arrived(0, 0, 0)) || left != 0) {
                throw new IllegalStateException(queue.name() + ": " + arrived + ", left " + left);
            }
            queue.delete();
        }

        void print(int letters) throws Exception {
            report.figure(type + "-plan", planned.median() * 1_000, "ms");
            report.figure(type + "-replay", letters / replayed.median(), "messages/s");
            report.figure(type + "-shovel", letters / shoveled.median(), "messages/s");
            report.figure(type + "-ratio-to-shovel", shoveled.median() / replayed.median(), "1");
        }
    }
}
