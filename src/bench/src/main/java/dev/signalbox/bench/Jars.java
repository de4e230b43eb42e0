package dev.signalbox.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder of jars whose mains are run in JVMs of their own.
///
/// @param jvmFlags for each of them
record Jars(Path folder, List<String> jvmFlags) {
    Jars {
        jvmFlags = List.copyOf(jvmFlags);
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(folder + " is not there: start it by ./dev bench");
        }
    }

    /// The broker, as the demo ships it.
    static Jars broker() {
        return new Jars(
                Path.of(property("signalbox.demo.home")).resolve("lib/broker"),
                List.of("-Xms512m", "-Xmx2g"));
    }

    /// Kafka's own command line tools.
    static Jars kafkaTools() {
        return new Jars(
                Path.of(property("signalbox.bench.peers")).resolve("kafka-tools"), List.of());
    }

    List<String> command(String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", folder + File.separator + "*", main));
        command.addAll(arguments);
        return command;
    }

    /// Runs it to its end and returns what it wrote to standard output.
    String run(String main, List<String> arguments) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(main, arguments))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(main + " ended with " + process.exitValue() + ": " + output);
        }
        return output;
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: start it by ./dev bench");
        }
        return value;
    }
}
