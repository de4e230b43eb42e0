package dev.signalbox.demo.rabbitmq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The RabbitMQ of this machine.
///
/// @param server its own start script. The one on the path belongs to the system's service: it changes
///     users
record Installation(Path server) {
    /// Names the folder of another version than the installed one.
    static final String HOME = "SIGNALBOX_RABBITMQ_HOME";

    private static final List<String> PLACES =
            List.of(
                    "/usr/lib/rabbitmq/lib",
                    "/usr/lib64/rabbitmq/lib",
                    "/opt/homebrew/Cellar/rabbitmq",
                    "/usr/local/Cellar/rabbitmq");

    /// @throws IOException with what to install, if there is none
    static Installation find() throws IOException {
        String home = System.getenv(HOME);
        if (home != null && !home.isBlank()) {
            return new Installation(Path.of(home, "sbin", "rabbitmq-server"));
        }
        for (String place : PLACES) {
            if (Files.isDirectory(Path.of(place))) {
                try (Stream<Path> versions = Files.list(Path.of(place))) {
                    List<Path> found =
                            versions.map(version -> version.resolve("sbin/rabbitmq-server"))
                                    .filter(Files::isExecutable)
                                    .sorted()
                                    .toList();
                    if (!found.isEmpty()) {
                        return new Installation(found.getLast());
                    }
                }
            }
        }
        throw new IOException(
                "RabbitMQ is not installed. Install it (Debian and Fedora: rabbitmq-server,"
                        + " Homebrew: rabbitmq), or let "
                        + HOME
                        + " name its folder; without it the demo runs on Kafka");
    }
}
