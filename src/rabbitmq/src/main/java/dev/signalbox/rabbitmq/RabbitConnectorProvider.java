package dev.signalbox.rabbitmq;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Serves profiles of type `rabbitmq`.
///
/// Their `uri` is an AMQP URI with the query parameters of RabbitMQ's URI specification; TLS checks the server's
/// certificate and name unless `verify=verify_none` says otherwise.
public final class RabbitConnectorProvider implements ConnectorProvider {
    @Override
    public String type() {
        return "rabbitmq";
    }

    @Override
    public String displayName() {
        return "RabbitMQ";
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings =
                new ArrayList<>(
                        List.of(
                                setting(
                                        RabbitSettings.URI_KEY,
                                        "amqps://rabbit.example.org/orders",
                                        true,
                                        false),
                                setting(RabbitSettings.USER, "operator", false, false),
                                setting(
                                        RabbitSettings.PASSWORD,
                                        "${env:RABBITMQ_PASSWORD}",
                                        false,
                                        true),
                                setting(
                                        RabbitSettings.MANAGEMENT,
                                        "https://rabbit.example.org:15671",
                                        false,
                                        false),
                                setting(RabbitSettings.MANAGEMENT_USER, "monitor", false, false),
                                setting(
                                        RabbitSettings.MANAGEMENT_PASSWORD,
                                        "${env:RABBITMQ_MANAGEMENT_PASSWORD}",
                                        false,
                                        true),
                                setting(
                                        RabbitSettings.PROMETHEUS,
                                        "http://rabbit.example.org:15692",
                                        false,
                                        false),
                                setting(RabbitSettings.VHOSTS, "billing, shipping", false, false)));
        settings.addAll(DeadLetterRules.settings());
        return settings;
    }

    private static Setting setting(String key, String example, boolean required, boolean secret) {
        return new Setting(key, RabbitTexts.get("setting." + key), example, required, secret);
    }

    @Override
    public List<Profile> profilesIn(String name, String content) throws ConnectorException {
        return RabbitmqadminFile.read(name, content);
    }

    /// Checks the settings; whether the server answers is told by the first call.
    @Override
    public Connector connect(Profile profile) throws ConnectorException {
        return new RabbitConnector(
                Server.of(
                        RabbitSettings.of(profile.settings()),
                        new Server.Setup(
                                Clock.systemUTC(),
                                Server.Batch.USUAL,
                                profile.access() == Access.READ_ONLY)));
    }
}
