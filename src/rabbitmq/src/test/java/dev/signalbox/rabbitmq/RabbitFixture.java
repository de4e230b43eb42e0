package dev.signalbox.rabbitmq;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What tests do to a node beside the adapter, with RabbitMQ's plain client and the management API.
final class RabbitFixture implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final RabbitNode node;
    private final Connection connection;
    private final Channel channel;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RabbitFixture(RabbitNode node) {
        this.node = node;
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(node.port());
        try {
            connection = factory.newConnection("test");
            channel = connection.createChannel();
            channel.confirmSelect();
        } catch (IOException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    Channel channel() {
        return channel;
    }

    Connection connection() {
        return connection;
    }

    Profile profile() {
        return profile(Map.of());
    }

    /// The node's, with some settings of its own.
    Profile profile(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("uri", "amqp://guest:guest@127.0.0.1:" + node.port() + "/%2F");
        settings.put("management", node.management());
        settings.put("prometheus", node.prometheus());
        settings.putAll(more);
        return of(settings);
    }

    static Profile of(Map<String, String> settings) {
        return new Profile(
                "test", "Test", "rabbitmq", Environment.TEST, Access.READ_WRITE, settings);
    }

    static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// @param type `classic`, `quorum` or `stream`
    String queue(String type, Map<String, Object> arguments) throws IOException {
        return exactQueue(unique("q"), type, arguments);
    }

    String exactQueue(String name, String type, Map<String, Object> arguments) throws IOException {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("x-queue-type", type);
        channel.queueDeclare(name, true, false, false, all);
        return name;
    }

    /// Publishes and waits until the server has it.
    void send(String exchange, String routingKey, BasicProperties properties, byte[] body)
            throws Exception {
        channel.basicPublish(exchange, routingKey, true, properties, body);
        channel.waitForConfirmsOrDie(LIMIT.toMillis());
    }

    void sendNumbers(String queue, int from, int count) throws Exception {
        for (int i = from; i < from + count; i++) {
            channel.basicPublish(
                    "",
                    queue,
                    new BasicProperties.Builder().deliveryMode(2).messageId("m" + i).build(),
                    Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
        channel.waitForConfirmsOrDie(LIMIT.toMillis());
    }

    /// How many are ready, by the queue itself.
    long ready(String queue) throws IOException {
        return channel.messageCount(queue);
    }

    void awaitReady(String queue, long messages) {
        await().atMost(LIMIT).until(() -> ready(queue) == messages);
    }

    /// Waits until the server's statistics tell so many messages, all of them ready.
    void awaitTold(String queue, long messages) {
        Count expected = Count.of(messages, 0, 0);
        await().atMost(LIMIT)
                .until(
                        () -> {
                            Count told =
                                    Metrics.parse(metrics())
                                            .counts()
                                            .getOrDefault(new QueueKey("/", queue), Count.UNKNOWN);
                            return told.ready().equals(expected.ready())
                                    && told.unacked().equals(expected.unacked());
                        });
    }

    private String metrics() throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(node.prometheus() + Metrics.PATH))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /// A request to the management API.
    JsonNode api(String method, String path, String body) {
        try {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(node.management() + "/api" + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .header("Authorization", "Basic " + RabbitNode.login())
                                    .header("Content-Type", "application/json")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.builder()
                    .build()
                    .readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A user with all permissions in `/`.
    ///
    /// @param tags such as `monitoring`; empty: none
    void user(String name, String tags, String permissions) {
        api("PUT", "/users/" + name, "{\"password\":\"secret\",\"tags\":\"" + tags + "\"}");
        if (!permissions.isEmpty()) {
            api(
                    "PUT",
                    "/permissions/%2F/" + name,
                    "{\"configure\":\"%s\",\"write\":\"%s\",\"read\":\"%s\"}"
                            .formatted(permissions, permissions, permissions));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        connection.abort(5_000);
    }
}
