package dev.signalbox.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What people replay with today: a consumer's output piped into a producer. Key and value get through; headers,
/// timestamp and partition do not.
final class Pipes {
    private Pipes() {}

    /// `kafka-console-consumer | kafka-console-producer`
    static void console(String address, String from, String to, int messages)
            throws IOException, InterruptedException {
        Jars tools = Jars.kafkaTools();
        run(
                tools.command(
                        "org.apache.kafka.tools.consumer.ConsoleConsumer",
                        List.of(
                                "--bootstrap-server",
                                address,
                                "--topic",
                                from,
                                "--from-beginning",
                                "--max-messages",
                                Integer.toString(messages),
                                "--formatter-property",
                                "print.key=true")),
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
    }

    /// `kcat | kcat`
    static void kcat(String address, String from, String to, int messages)
            throws IOException, InterruptedException {
        run(
                List.of(
                        "kcat",
                        "-C",
                        "-q",
                        "-e",
                        "-b",
                        address,
                        "-t",
                        from,
                        "-o",
                        "beginning",
                        "-c",
                        Integer.toString(messages),
                        "-K",
                        "\t"),
                List.of("kcat", "-P", "-b", address, "-t", to, "-K", "\t", "-z", "lz4"));
    }

    static boolean kcatIsHere() throws InterruptedException {
        try {
            Process asked =
                    new ProcessBuilder("kcat", "-V")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return asked.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(List<String> consumer, List<String> producer)
            throws IOException, InterruptedException {
        List<ProcessBuilder> both =
                List.of(
                        new ProcessBuilder(consumer).redirectError(ProcessBuilder.Redirect.DISCARD),
                        new ProcessBuilder(producer)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
        for (Process process : ProcessBuilder.startPipeline(both)) {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the pipe did not end");
            }
        }
    }
}
