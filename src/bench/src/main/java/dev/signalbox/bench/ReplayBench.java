package dev.signalbox.bench;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// Replaying 50,000 dead letters of 1 KiB exactly once, through gate, ledger and audit, beside a loop that only
/// produces them and beside `kafka-console-consumer | kafka-console-producer`, which loses headers, timestamps and
/// partitions.
final class ReplayBench implements Bench {
    private static final int LETTERS = 50_000;
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void run(Report report) throws Exception {
        Letters letters = new Letters();
        List<Double> produced = new ArrayList<>();
        List<Double> planned = new ArrayList<>();
        List<Double> replayed = new ArrayList<>();
        List<Double> piped = new ArrayList<>();
        Path folder = Files.createTempDirectory("signalbox-bench-console");
        try (Broker broker = Broker.start();
                Workbench workbench = Console.workbench(folder, broker.address())) {
            for (int run = 0; run < RUNS; run++) {
                String origin = "shop-" + run;
                String dead = origin + "-dlt";
                makeTopics(broker.address(), origin, dead, "piped-" + run);
                produced.add(timed(() -> letters.produce(broker.address(), dead, origin, LETTERS)));
                replay(workbench, dead, planned, replayed);
                check("replayed", LETTERS, count(broker.address(), origin));
                String pipe = "piped-" + run;
                piped.add(timed(() -> pipe(broker.address(), dead, pipe)));
                check("piped", LETTERS, count(broker.address(), pipe));
                report.note("run " + run + ": " + produced + planned + replayed + piped);
            }
        }
        double rate = LETTERS / Report.median(replayed);
        report.figure("replay", rate, "messages/s");
        report.figure("plan", Report.median(planned) * 1_000, "ms");
        report.figure("produce-only", LETTERS / Report.median(produced), "messages/s");
        report.figure("console-pipe", LETTERS / Report.median(piped), "messages/s");
        report.figure(
                "ratio-to-produce-only", Report.median(produced) / Report.median(replayed), "1");
        report.figure(
                "ratio-to-kafka-console-pipe", Report.median(piped) / Report.median(replayed), "1");
    }

    private static void replay(
            Workbench workbench, String dead, List<Double> planned, List<Double> replayed)
            throws Exception {
        List<Plan> plans = new ArrayList<>();
        planned.add(
                timed(
                        () ->
                                plans.add(
                                        workbench
                                                .actions()
                                                .plan(
                                                        "bench",
                                                        new Action.ReplayDeadLetters(
                                                                dead,
                                                                new MessageSelection.All(),
                                                                Optional.empty(),
                                                                false)))));
        Plan plan = plans.getFirst();
        List<Operation.State> states = new ArrayList<>();
        replayed.add(
                timed(
                        () ->
                                states.add(
                                        workbench
                                                .actions()
                                                .start("bench", plan, Confirmation.of(plan.id()))
                                                .await())));
        if (states.getFirst().status() != Operation.Status.SUCCEEDED) {
            throw new IllegalStateException("the replay ended so: " + states.getFirst());
        }
    }

    private static void pipe(String address, String from, String to) throws Exception {
        Jars tools = Jars.kafkaTools();
        ProcessBuilder consumer =
                new ProcessBuilder(
                        tools.command(
                                "org.apache.kafka.tools.consumer.ConsoleConsumer",
                                List.of(
                                        "--bootstrap-server",
                                        address,
                                        "--topic",
                                        from,
                                        "--from-beginning",
                                        "--max-messages",
                                        Integer.toString(LETTERS),
                                        "--formatter-property",
                                        "print.key=true")));
        ProcessBuilder producer =
                new ProcessBuilder(
                        tools.command(
                                "org.apache.kafka.tools.ConsoleProducer",
                                List.of(
                                        "--bootstrap-server",
                                        address,
                                        "--topic",
                                        to,
                                        "--compression-codec",
                                        "lz4",
                                        "--reader-property",
                                        "parse.key=true")));
        consumer.redirectError(ProcessBuilder.Redirect.DISCARD);
        producer.redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        for (Process process : ProcessBuilder.startPipeline(List.of(consumer, producer))) {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the pipe did not end");
            }
        }
    }

    private static void makeTopics(String address, String... names) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(
                            Arrays.stream(names)
                                    .map(name -> new NewTopic(name, Letters.PARTITIONS, (short) 1))
                                    .toList())
                    .all()
                    .get(1, TimeUnit.MINUTES);
        }
    }

    /// Messages that a consumer of committed messages sees: the transactions' own markers take one offset each.
    private static long count(String address, String topic) throws Exception {
        try (ReadCommitted messages = new ReadCommitted(address, topic)) {
            return messages.count();
        }
    }

    private static void check(String what, long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException(what + " " + actual + " instead of " + expected);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /// In seconds.
    private static double timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
