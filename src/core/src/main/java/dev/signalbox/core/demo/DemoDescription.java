package dev.signalbox.core.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A running demo as its supervisor describes it in `demo.json`. Holds secrets.
///
/// @param pid of the supervisor
/// @param control address of the control requests
/// @param token what they are authorised with
/// @param kafka bootstrap servers; missing where the broker is RabbitMQ
/// @param rabbitmq missing where the broker is Kafka
/// @param databases by name: `orders`, `payments`, `stock`, `recommendations`
@JsonIgnoreProperties(ignoreUnknown = true)
public record DemoDescription(
        long pid,
        URI control,
        String token,
        @Nullable String kafka,
        @Nullable Rabbit rabbitmq,
        Seata seata,
        Map<String, Database> databases) {

    /// Id of the in-memory profile of the demo's broker, where that is Kafka.
    public static final String KAFKA_PROFILE = DemoBroker.KAFKA.profile();

    /// Id of the in-memory profile of the demo's coordinator.
    public static final String SEATA_PROFILE = "demo-seata";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    public DemoDescription {
        Objects.requireNonNull(control);
        Objects.requireNonNull(token);
        if ((kafka == null) == (rabbitmq == null)) {
            throw new IllegalArgumentException("one broker, either kafka or rabbitmq");
        }
        Objects.requireNonNull(seata);
        databases = Map.copyOf(databases);
    }

    /// @param uri AMQP address with the vhost
    /// @param management URL of the management API
    /// @param prometheus URL of the metrics
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rabbit(
            String uri, String management, String prometheus, String user, String password) {
        public Rabbit {
            List.of(uri, management, prometheus, user, password).forEach(Objects::requireNonNull);
        }

        @Override
        public String toString() {
            return "Rabbit[" + uri + ", " + management + "]";
        }
    }

    /// @param server address of the coordinator's RPC
    /// @param console URL of its HTTP console
    /// @param group transaction group of the services
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Seata(String server, String console, String user, String password, String group) {
        public Seata {
            List.of(server, console, user, password, group).forEach(Objects::requireNonNull);
        }

        @Override
        public String toString() {
            return "Seata[" + server + ", " + console + "]";
        }
    }

    /// @param url JDBC address
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /// The demo that runs in that folder; empty where none does, also when one was killed and left its file.
    ///
    /// @throws ConnectorException `INVALID` when the file is there and cannot be read
    public static Optional<DemoDescription> ofRunning(Path folder) throws ConnectorException {
        Path file = folder.resolve("demo.json");
        try {
            return Optional.of(JSON.readValue(Files.readString(file), DemoDescription.class))
                    .filter(DemoDescription::isAlive);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            // The parser's own message may quote what is in the file, which holds secrets.
            throw unreadable(
                    file,
                    Optional.ofNullable(e.getLocation())
                            .map(at -> " line " + at.getLineNr())
                            .orElse(""),
                    e);
        } catch (IOException e) {
            throw unreadable(file, " " + e.getClass().getSimpleName(), e);
        }
    }

    private static ConnectorException unreadable(Path file, String why, IOException cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        DemoTexts.get("description.broken", file + why),
                        DemoTexts.get("description.broken.remedy")),
                cause);
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).isPresent();
    }

    /// The two connections that reach it. They carry their secrets plainly, so they are never saved.
    public List<Profile> profiles() {
        return List.of(
                new Profile(
                        broker().profile(),
                        DemoTexts.get("profile.broker"),
                        broker().word(),
                        Environment.DEVELOPMENT,
                        Access.READ_WRITE,
                        brokerSettings()),
                new Profile(
                        SEATA_PROFILE,
                        DemoTexts.get("profile.seata"),
                        "seata",
                        Environment.DEVELOPMENT,
                        Access.READ_WRITE,
                        Map.of(
                                "server", seata.server(),
                                "console", seata.console(),
                                "user", seata.user(),
                                "password", seata.password(),
                                "group", seata.group())));
    }

    /// What it runs on.
    public DemoBroker broker() {
        return rabbitmq == null ? DemoBroker.KAFKA : DemoBroker.RABBITMQ;
    }

    private Map<String, String> brokerSettings() {
        return rabbitmq == null
                ? Map.of("bootstrap.servers", Objects.requireNonNull(kafka))
                : Map.of(
                        "uri", rabbitmq.uri(),
                        "user", rabbitmq.user(),
                        "password", rabbitmq.password(),
                        "management", rabbitmq.management(),
                        "prometheus", rabbitmq.prometheus());
    }

    @Override
    public String toString() {
        String at = rabbitmq == null ? String.valueOf(kafka) : rabbitmq.toString();
        return "DemoDescription[" + pid + ", " + control + ", " + at + ", " + seata + "]";
    }
}
