package dev.signalbox.demo.rabbitmq;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// What a node reads when it starts.
record NodeFiles(Path folder, NodePorts ports, String password) {

    void write() throws IOException {
        Path definitions = folder.resolve("definitions.json");
        restricted(definitions, Definitions.json(password));
        Files.writeString(folder.resolve("env.conf"), "");
        Files.writeString(
                folder.resolve("enabled_plugins"), "[rabbitmq_management,rabbitmq_prometheus].\n");
        Files.writeString(
                folder.resolve("rabbitmq.conf"),
                """
                listeners.tcp.1 = 127.0.0.1:%d
                management.tcp.ip = 127.0.0.1
                management.tcp.port = %d
                prometheus.tcp.ip = 127.0.0.1
                prometheus.tcp.port = %d
                load_definitions = %s
                collect_statistics_interval = 1000
                disk_free_limit.absolute = 50MB
                log.console = true
                log.file = false
                """
                        .formatted(
                                ports.amqp(), ports.management(), ports.prometheus(), definitions));
        // How full a quorum queue is, told as soon as the other figures.
        Files.writeString(
                folder.resolve("advanced.config"), "[{rabbit,[{quorum_tick_interval,1000}]}].\n");
    }

    /// It holds the password, if only its hash.
    private static void restricted(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
