package dev.signalbox.app.testing;

import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.ForeignSettings;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An adapter that describes its settings as Kafka's does, and connects to nothing.
public final class FakeAdapter implements ConnectorProvider {
    @Override
    public String type() {
        return "kafka";
    }

    @Override
    public String displayName() {
        return "Apache Kafka";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("bootstrap.servers", "Bootstrap servers", "broker-1:9092", true, false),
                new Setting("sasl.jaas.config", "SASL configuration", "", false, true));
    }

    @Override
    public Optional<ForeignSettings> read(String fileName, String content) {
        return content.startsWith("bootstrap.servers=")
                ? Optional.of(
                        new ForeignSettings(
                                Map.of("bootstrap.servers", "broker:9092"), List.of("group.id")))
                : Optional.empty();
    }

    @Override
    public Connector connect(Profile profile) throws ConnectorException {
        throw new ConnectorException(new Problem(ProblemKind.UNREACHABLE, "nothing is there", ""));
    }
}
