package dev.signalbox.bench;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A console of its own that replays all there is of one dead-letter topic, to be measured or to be killed.
///
/// Prints `started` when the replay begins, `nothing left` instead when all has been replayed, and at the end the
/// memory it took: live heap after a collection at its highest, and resident memory at its highest, in bytes.
final class ReplayChild {
    static final String STARTED = "started";
    static final String NOTHING_LEFT = "nothing left";

    private ReplayChild() {}

    /// @param args address, folder of the console, dead-letter topic
    public static void main(String[] args) throws Exception {
        HighestMemory memory = HighestMemory.watch();
        try (Workbench workbench = Console.workbench(Path.of(args[1]), args[0])) {
            Plan plan;
            try {
                plan = Replays.plan(workbench, args[2]);
            } catch (ConnectorException e) {
                if (e.problem().kind() != ProblemKind.CONFLICT) {
                    throw e;
                }
                System.err.println(e.problem());
                System.out.println(NOTHING_LEFT);
                return;
            }
            System.out.println(STARTED);
            Operation.State end = Replays.start(workbench, plan).await();
            Replays.checkSucceeded(end);
            System.out.println(memory.heap() + " " + memory.resident());
        }
    }

    /// Starts one with 256 MB of heap.
    static Process start(String address, Path folder, String deadLetters) throws IOException {
        return start(ReplayChild.class, 256, address, folder, deadLetters);
    }

    /// @param megabytes of heap
    static Process start(
            Class<?> main, int megabytes, String address, Path folder, String deadLetters)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        address,
                        folder.toString(),
                        deadLetters));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("child.log").toFile()))
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
