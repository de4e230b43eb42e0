package dev.signalbox.bench;

import dev.signalbox.bench.RabbitLetters.Arrived;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Consoles killed with -9 at random points of a replay from a queue, each gone on with by a new one, and at the end what
/// is in doubt sent again: how many letters are lost, how many arrive twice, and how many the console had said might.
///
/// Options: `kills` (4), `letters` (200,000), `seed`.
final class RabbitCrashBench implements Bench {
    private static final int LATEST_MILLIS = 3_000;
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*");

    @Override
    public String name() {
        return "rabbit-replay-crash";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int kills = options.number("kills", 4);
        int letters = options.number("letters", 200_000);
        int seed = options.number("seed", (int) System.nanoTime());
        report.note("seed=" + seed);
        Random random = new Random(seed);
        try (RabbitServer server = RabbitServer.start()) {
            report.count("letters", letters);
            report.figure("kills", kills, "1");
            for (String type : List.of("quorum", "classic")) {
                try (TempFolder folder = TempFolder.create()) {
                    RabbitLetters queue = new RabbitLetters(server, type, "orders-" + type);
                    queue.declare();
                    queue.write(0, letters);
                    int killed = 0;
                    while (killed < kills && killAfter(server, folder.path(), queue, random)) {
                        killed++;
                        report.note(type + ": killed " + killed + " of " + kills);
                    }
                    finish(report, server, folder.path(), queue, letters);
                    report.figure(type + "-killed", killed, "1");
                }
            }
        }
    }

    /// Whether there was something to replay, and the console was killed in the middle of it.
    private static boolean killAfter(
            RabbitServer server, Path folder, RabbitLetters queue, Random random) throws Exception {
        Process child = ReplayChild.start(server.address(), folder, queue.dead());
        try (BufferedReader output = ReplayChild.output(child)) {
            String line = output.readLine();
            if (ReplayChild.STARTED.equals(line)
                    && !child.waitFor(200 + random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly().waitFor();
                return true;
            }
            if (child.waitFor() != 0) {
                throw new IllegalStateException("a console failed: see " + folder);
            }
            return false;
        }
    }

    private static void finish(
            Report report, RabbitServer server, Path folder, RabbitLetters queue, int letters)
            throws Exception {
        long told = 0;
        try (Workbench workbench = Console.workbench(folder, server.address())) {
            Optional<Plan> rest = plan(workbench, queue, false);
            if (rest.isPresent()) {
                Replays.checkSucceeded(Replays.start(workbench, rest.get()).await());
            }
            long left = server.ready(queue.dead());
            if (left > 0) {
                Plan again = Replays.plan(workbench, queue.dead(), true);
                told = told(again);
                Replays.checkSucceeded(Replays.start(workbench, again).await());
            }
            report.count(queue.type() + "-in-doubt-or-sent-and-there", told);
        }
        Arrived arrived = queue.arrived(letters);
        report.count(queue.type() + "-lost", arrived.lost());
        report.count(queue.type() + "-duplicates", arrived.duplicates());
        report.count(queue.type() + "-altered", arrived.altered());
        if (arrived.lost() > 0 || arrived.altered() > 0 || arrived.duplicates() > told) {
            throw new IllegalStateException(arrived + ", told " + told);
        }
    }

    private static Optional<Plan> plan(Workbench workbench, RabbitLetters queue, boolean again)
            throws ConnectorException, InterruptedException {
        try {
            return Optional.of(Replays.plan(workbench, queue.dead(), again))
                    .filter(plan -> plan.effect().count() > 0);
        } catch (ConnectorException e) {
            if (e.problem().kind() == ProblemKind.CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// How many letters a plan says were sent before, or may have been.
    private static long told(Plan plan) {
        long told = 0;
        for (Hazard hazard : plan.hazards()) {
            Matcher number = NUMBER.matcher(hazard.text());
            if (hazard.code().endsWith(".again") && number.find()) {
                told += Long.parseLong(number.group().replaceAll("[,.]", ""));
            }
        }
        return told;
    }
}
