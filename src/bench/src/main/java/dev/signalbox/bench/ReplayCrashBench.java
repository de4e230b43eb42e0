package dev.signalbox.bench;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Consoles killed with -9 at random points of a replay, each time gone on with by a new one: how many letters are lost
/// and how many arrive twice at consumers that read committed messages.
///
/// Options: `kills` (20), `letters` (200,000 at a time), `seed`.
final class ReplayCrashBench implements Bench {
    private static final int LATEST_MILLIS = 1_000;

    @Override
    public String name() {
        return "replay-crash";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int kills = options.number("kills", 20);
        int more = options.number("letters", 200_000);
        int seed = options.number("seed", (int) System.nanoTime());
        report.note("seed=" + seed);
        Random random = new Random(seed);
        Letters written = new Letters();
        int letters = more;
        int resumes = 0;
        try (Broker broker = Broker.start();
                TempFolder folder = TempFolder.create()) {
            String address = broker.address();
            Replays.makeTopics(address, "shop", "shop-dlt");
            // A replay of nothing can be killed too, and nothing would be proven by it.
            written.produce(address, "shop-dlt", "shop", 0, letters);
            for (int killed = 0; killed < kills; resumes++) {
                if (killAfter(address, folder.path(), random.nextInt(LATEST_MILLIS))) {
                    killed++;
                    report.note("killed " + killed + " of " + kills);
                } else {
                    written.produce(address, "shop-dlt", "shop", letters, letters + more);
                    letters += more;
                }
            }
            while (replayRest(address, folder.path())) {
                resumes++;
            }
            Arrivals arrivals = Arrivals.of(address, "shop", written, letters);
            report.count("letters", letters);
            report.figure("kills", kills, "1");
            report.figure("consoles", resumes, "1");
            report.count("lost", arrivals.lost());
            report.count("duplicates", arrivals.duplicates());
            report.count("altered", arrivals.altered());
            if (!arrivals.isExact()) {
                throw new IllegalStateException("not exactly once: " + arrivals);
            }
        }
    }

    /// Whether there was something to replay, and the console was killed in the middle of it.
    private static boolean killAfter(String address, Path folder, int millis) throws Exception {
        Process child = ReplayChild.start(address, folder, "shop-dlt");
        try (BufferedReader output = ReplayChild.output(child)) {
            String line = output.readLine();
            boolean ended =
                    !ReplayChild.STARTED.equals(line)
                            || child.waitFor(millis, TimeUnit.MILLISECONDS);
            if (!ended) {
                child.destroyForcibly().waitFor();
                return true;
            }
            if (child.waitFor() != 0) {
                throw new IllegalStateException("a console failed: see " + folder);
            }
            return false;
        }
    }

    /// Whether there was a rest to replay.
    private static boolean replayRest(String address, Path folder) throws Exception {
        Process child = ReplayChild.start(address, folder, "shop-dlt");
        try (BufferedReader output = ReplayChild.output(child)) {
            boolean some = ReplayChild.STARTED.equals(output.readLine());
            output.readAllLines();
            if (child.waitFor() != 0) {
                throw new IllegalStateException("the last console failed: see " + folder);
            }
            return some;
        }
    }
}
