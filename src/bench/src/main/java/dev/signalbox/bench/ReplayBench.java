package dev.signalbox.bench;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.port.Plan;

/// Replaying dead letters of 1 KiB exactly once, through gate, ledger and audit, beside a loop that only produces the
/// same records, and beside `kafka-console-consumer | kafka-console-producer` and `kcat | kcat`, which lose headers,
/// timestamps and partitions.
///
/// Options: `letters` (200,000), `runs` (3, after one to warm up), `pipes` (1; 0 leaves the pipes out).
final class ReplayBench implements Bench {
    private final Letters written = new Letters();
    private final Stopwatch produced = new Stopwatch();
    private final Stopwatch planned = new Stopwatch();
    private final Stopwatch replayed = new Stopwatch();
    private final Stopwatch console = new Stopwatch();
    private final Stopwatch kcat = new Stopwatch();

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int letters = options.number("letters", 200_000);
        int runs = options.number("runs", 3);
        boolean withPipes = options.number("pipes", 1) != 0;
        boolean withKcat = withPipes && Pipes.kcatIsHere();
        if (withPipes && !withKcat) {
            report.note("kcat is not installed (Debian has it): no figure beside kcat | kcat");
        }
        try (TempFolder folder = TempFolder.create();
                Broker broker = Broker.start();
                Workbench workbench = Console.workbench(folder.path(), broker.address())) {
            for (int run = 0; run <= runs; run++) {
                run(broker.address(), workbench, "shop-" + run, letters);
                if (withPipes) {
                    pipe(broker.address(), "shop-" + run, letters, withKcat);
                }
                report.note("produced " + produced + ", planned " + planned);
                report.note("replayed " + replayed + ", console " + console + ", kcat " + kcat);
            }
        }
        print(report, letters, withPipes, withKcat);
    }

    private void run(String address, Workbench workbench, String origin, int letters)
            throws Exception {
        String dead = origin + "-dlt";
        Replays.makeTopics(address, origin, dead);
        produced.time(
                () -> {
                    written.produce(address, dead, origin, letters);
                    return letters;
                });
        Plan plan = planned.time(() -> Replays.plan(workbench, dead));
        Replays.checkSucceeded(replayed.time(() -> Replays.start(workbench, plan).await()));
        Replays.checkExact(address, origin, written, letters);
    }

    private void pipe(String address, String origin, int letters, boolean withKcat)
            throws Exception {
        String dead = origin + "-dlt";
        String piped = origin + "-console";
        String byKcat = origin + "-kcat";
        Replays.makeTopics(address, piped, byKcat);
        console.time(
                () -> {
                    Pipes.console(address, dead, piped, letters);
                    return letters;
                });
        check("console", letters, Arrivals.count(address, piped));
        if (withKcat) {
            kcat.time(
                    () -> {
                        Pipes.kcat(address, dead, byKcat, letters);
                        return letters;
                    });
            check("kcat", letters, Arrivals.count(address, byKcat));
        }
    }

    private void print(Report report, int letters, boolean withPipes, boolean withKcat)
            throws Exception {
        report.count("letters", letters);
        report.figure("plan", planned.median() * 1_000, "ms");
        report.figure("replay", letters / replayed.median(), "messages/s");
        report.figure("replay-first", letters / replayed.first(), "messages/s");
        report.figure("produce-only", letters / produced.median(), "messages/s");
        report.figure("ratio-to-produce-only", produced.median() / replayed.median(), "1");
        if (withPipes) {
            report.figure("kafka-console-pipe", letters / console.median(), "messages/s");
            report.figure("ratio-to-kafka-console-pipe", console.median() / replayed.median(), "1");
        }
        if (withKcat) {
            report.figure("kcat-pipe", letters / kcat.median(), "messages/s");
            report.figure("ratio-to-kcat-pipe", kcat.median() / replayed.median(), "1");
        }
    }

    private static void check(String what, long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException(what + " " + actual + " instead of " + expected);
        }
    }
}
