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
                sides.run(0, letters / 10);
                for (int run = 1; run <= runs; run++) {
                    sides.run(run, letters);
                }
                sides.print(letters);
            }
        }
    }

    /// All sides on queues of one type, in turns: whoever comes later finds a node that has more to tidy up.
    private static final class Sides {
        private final Report report;
        private final RabbitServer server;
        private final Workbench workbench;
        private final String type;
        private final Stopwatch planned = new Stopwatch();
        private final Effort replay;
        private final Effort inside;
        private final Effort overTcp;

        Sides(Report report, RabbitServer server, Workbench workbench, String type) {
            this.report = report;
            this.server = server;
            this.workbench = workbench;
            this.type = type;
            this.replay = new Effort(server);
            this.inside = new Effort(server);
            this.overTcp = new Effort(server);
        }

        void run(int number, int letters) throws Exception {
            for (int turn = 0; turn < 3; turn++) {
                RabbitLetters queue =
                        new RabbitLetters(server, type, type + "-" + number + "-" + turn);
                queue.declare();
                queue.write(0, letters);
                switch ((number + turn) % 3) {
                    case 0 -> replay(queue);
                    case 1 -> shovel(inside, Shovel.inside(), queue, letters);
                    default -> shovel(overTcp, Shovel.overTcp(server), queue, letters);
                }
                check(queue, letters);
            }
            report.note(
                    "%s: planned %s; replay %s; shovel %s; shovel over TCP %s"
                            .formatted(type, planned, replay, inside, overTcp));
        }

        private void replay(RabbitLetters queue) throws Exception {
            Plan plan = planned.time(() -> Replays.plan(workbench, queue.dead()));
            Replays.checkSucceeded(replay.measure(() -> Replays.start(workbench, plan).await()));
        }

        private void shovel(Effort effort, String uri, RabbitLetters queue, int letters)
                throws Exception {
            effort.measure(
                    () -> {
                        Shovel.move(server, uri, queue, letters);
                        return letters;
                    });
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
            replay.print(report, type + "-replay", letters);
            inside.print(report, type + "-shovel", letters);
            overTcp.print(report, type + "-shovel-over-tcp", letters);
            report.figure(type + "-ratio-to-shovel", inside.seconds() / replay.seconds(), "1");
            report.figure(
                    type + "-ratio-to-shovel-over-tcp", overTcp.seconds() / replay.seconds(), "1");
        }
    }
}
