package dev.signalbox.demo.services.config;

import dev.signalbox.demo.services.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the supervisor tells a service when it starts it: `config.json`, readable by the owner only.
///
/// @param service one of `order`, `payment`, `stock`, `recommendation`
/// @param httpPort loopback port of the service's HTTP interface
/// @param kafka bootstrap servers, where the broker is Kafka
/// @param rabbitmq where the broker is RabbitMQ
/// @param seata where the transaction coordinator listens
/// @param database the service's own database
/// @param peers base addresses of the services this one calls, by name
/// @param ordersPerSecond how many orders the customers place at the start (order service only)
/// @param token the bearer token of every service of this demo
public record ServiceConfig(
        String service,
        int httpPort,
        @Nullable String kafka,
        @Nullable RabbitAccess rabbitmq,
        SeataAccess seata,
        DatabaseAccess database,
        Map<String, URI> peers,
        double ordersPerSecond,
        String token) {

    public ServiceConfig {
        Objects.requireNonNull(service, "service");
        if ((kafka == null) == (rabbitmq == null)) {
            throw new IllegalArgumentException("one broker, either kafka or rabbitmq");
        }
        Objects.requireNonNull(seata, "seata");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(token, "token");
        peers = copyOf(peers);
    }

    /// Reads the file.
    ///
    /// @throws IOException when it cannot be read, is not JSON, or lacks a field
    public static ServiceConfig read(Path file) throws IOException {
        return Json.mapper().readValue(file.toFile(), ServiceConfig.class);
    }

    /// The base address of a service that this one cannot work without.
    public URI peer(String name) {
        URI address = peers.get(name);
        if (address == null) {
            throw new IllegalArgumentException("config.json names no peer " + name);
        }
        return address;
    }

    /// Without the token: a configuration may end up in a log.
    @Override
    public String toString() {
        String broker = rabbitmq == null ? "kafka " + kafka : "rabbitmq " + rabbitmq;
        return service + " on port " + httpPort + ", " + broker + ", seata " + seata;
    }

    private static Map<String, URI> copyOf(@Nullable Map<String, URI> peers) {
        return peers == null ? Map.of() : Map.copyOf(peers);
    }
}
