package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Delivery;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorContract;
import dev.signalbox.core.port.Draft;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/// The contract, on a real node. Each queue has an exchange in front of it that takes every routing key.
abstract class RabbitConnectorContract extends ConnectorContract {
    private static final String DEAD = ".dlq";

    private final String type;
    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    RabbitConnectorContract(String type) {
        this.type = type;
    }

    @AfterEach
    void closeFixture() {
        rabbit.close();
    }

    @Override
    protected Connector connect() throws Exception {
        return new RabbitConnector(
                Server.of(
                        RabbitSettings.of(rabbit.profile().settings()),
                        Clock.systemUTC(),
                        new Server.Batch(10, 1_000_000)));
    }

    @Override
    protected Connector connectToNothing() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        return new RabbitConnectorProvider()
                .connect(
                        rabbit.profile(
                                Map.of(
                                        "uri",
                                        "amqp://127.0.0.1:" + port,
                                        "management",
                                        "http://127.0.0.1:" + port)));
    }

    @Override
    protected String newDestination() throws Exception {
        return behindExchange(rabbit.queue(type, Map.of()));
    }

    @Override
    protected Letters newDeadLetters() throws Exception {
        String origin = RabbitFixture.unique("orders");
        rabbit.exactQueue(
                origin,
                type,
                Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", origin + DEAD));
        return new Letters(
                rabbit.exactQueue(origin + DEAD, type, Map.of()), behindExchange(origin));
    }

    private String behindExchange(String queue) throws Exception {
        String exchange = exchangeOf(queue);
        rabbit.channel().exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, false, true, null);
        rabbit.channel().queueBind(queue, exchange, "#");
        return queue;
    }

    private static String exchangeOf(String queue) {
        return "to-" + queue;
    }

    /// Returns when the server's statistics tell them, as a poll reads those.
    @Override
    protected void put(String destination, List<Draft> drafts) throws Exception {
        long before = rabbit.ready(destination);
        for (Draft draft : drafts) {
            rabbit.send(
                    exchangeOf(destination),
                    key(draft),
                    properties(draft),
                    Objects.requireNonNull(draft.value()).toArray());
        }
        rabbit.awaitTold(destination, before + drafts.size());
    }

    /// The server itself makes letters of them: they are rejected.
    @Override
    protected void putLetters(Letters letters, List<Draft> originals) throws Exception {
        long before = rabbit.ready(letters.destination());
        put(letters.origin(), originals);
        for (int i = 0; i < originals.size(); i++) {
            var got = rabbit.channel().basicGet(letters.origin(), false);
            rabbit.channel().basicReject(got.getEnvelope().getDeliveryTag(), false);
        }
        rabbit.awaitTold(letters.destination(), before + originals.size());
        rabbit.awaitTold(letters.origin(), 0);
    }

    private static String key(Draft draft) {
        return Optional.ofNullable(draft.key()).flatMap(Bytes::text).orElse("");
    }

    private static BasicProperties properties(Draft draft) {
        BasicProperties.Builder builder = new BasicProperties.Builder().deliveryMode(2);
        Instant timestamp = draft.timestamp();
        if (timestamp != null) {
            builder.timestamp(Date.from(timestamp));
        }
        if (!draft.headers().isEmpty()) {
            builder.headers(Tables.table(draft.headers()));
        }
        return builder.build();
    }

    /// Consumed without a limit, and put back by closing the channel.
    @Override
    protected List<Message> contents(String destination) throws Exception {
        long there = rabbit.ready(destination);
        var channel = rabbit.connection().createChannel();
        try {
            BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();
            channel.basicQos(10_000);
            channel.basicConsume(
                    destination, false, (_, delivery) -> delivered.add(delivery), _ -> {});
            Numbering numbering = new Numbering();
            List<Message> messages = new ArrayList<>();
            for (long i = 0; i < there; i++) {
                Delivery delivery =
                        Objects.requireNonNull(
                                delivered.poll(RabbitFixture.LIMIT.toSeconds(), TimeUnit.SECONDS));
                messages.add(
                        Messages.message(
                                destination,
                                Taken.of(
                                        delivery.getEnvelope(),
                                        delivery.getProperties(),
                                        delivery.getBody(),
                                        numbering.next(
                                                delivery.getProperties(), delivery.getBody()))));
            }
            return messages;
        } finally {
            channel.close();
            rabbit.awaitReady(destination, there);
        }
    }

    @Override
    protected List<Draft> oddities() {
        return List.of(
                new Draft(Bytes.utf8(""), Bytes.utf8(""), List.of(), Instant.ofEpochSecond(1)),
                new Draft(
                        Bytes.utf8("a.ключ"),
                        Bytes.of(new byte[] {(byte) 0xC3, 0x28}),
                        List.of(
                                Header.of(
                                        "Binary",
                                        new HeaderValue.Binary(Bytes.of(new byte[] {0, -1, -128}))),
                                new Header("null", null),
                                new Header("odd text", Bytes.of(new byte[] {(byte) 0xC3, 0x28})),
                                Header.of(
                                        "table",
                                        HeaderValue.Table.of(
                                                Map.of(
                                                        "int",
                                                        new HeaderValue.Whole(
                                                                7, HeaderValue.Width.INT),
                                                        "list",
                                                        new HeaderValue.Listing(
                                                                List.of(
                                                                        new HeaderValue.Truth(
                                                                                true))))))),
                        Instant.parse("2026-11-21T23:59:59Z")));
    }
}
