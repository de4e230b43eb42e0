package dev.signalbox.bench;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Dead letters of 1 KiB in a queue, as the server writes them when a consumer has rejected a message; and what becomes of
/// them in the queue they came from.
///
/// @param type of both queues: `quorum` or `classic`
/// @param name of the queue they came from
record RabbitLetters(RabbitServer server, String type, String name) {
    private static final int SIZE = 1_024;
    private static final int POOL = 4 * 1024 * 1024;
    private static final int AT_ONCE = 2_000;
    private static final String KEY = "order.created";
    private static final byte[] TEXT = new byte[POOL];

    static {
        new Random(1).nextBytes(TEXT);
    }

    /// What became of them.
    ///
    /// @param duplicates messages beyond the first of each letter
    /// @param altered messages whose body or properties are not the original's
    record Arrived(long lost, long duplicates, long altered) {}

    String exchange() {
        return name + "-exchange";
    }

    String dead() {
        return name + "-dead";
    }

    void declare() throws Exception {
        try (Connection connection = server.connect();
                Channel channel = connection.createChannel()) {
            channel.exchangeDeclare(exchange(), BuiltinExchangeType.TOPIC, true);
            Map<String, Object> arguments = Map.of("x-queue-type", type);
            channel.queueDeclare(name, true, false, false, arguments);
            channel.queueDeclare(dead(), true, false, false, arguments);
            channel.queueBind(name, exchange(), KEY);
        }
    }

    /// Removes the queues. A server that is still busy with thousands of letters may refuse; then they stay, empty.
    void delete() throws Exception {
        try (Connection connection = server.connect();
                Channel channel = connection.createChannel()) {
            channel.queueDelete(name);
            channel.queueDelete(dead());
            channel.exchangeDelete(exchange());
        } catch (IOException | ShutdownSignalException e) {
            System.err.println("not deleted: " + name + ", " + e.getCause());
        }
    }

    /// Publishes them into the queue of the dead, confirmed.
    ///
    /// @param from the first number
    /// @param to behind the last
    void write(int from, int to) throws Exception {
        try (Connection connection = server.connect();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            for (int number = from; number < to; number++) {
                channel.basicPublish("", dead(), properties(number), body(number));
                if (number % AT_ONCE == 0) {
                    channel.waitForConfirmsOrDie(TimeUnit.MINUTES.toMillis(1));
                }
            }
            channel.waitForConfirmsOrDie(TimeUnit.MINUTES.toMillis(1));
        }
    }

    private BasicProperties properties(int number) {
        Map<String, Object> death =
                Map.of(
                        "count",
                        1L,
                        "reason",
                        "rejected",
                        "queue",
                        name,
                        "time",
                        Date.from(Instant.ofEpochSecond(1_700_000_000)),
                        "exchange",
                        exchange(),
                        "routing-keys",
                        List.of(KEY));
        return new BasicProperties.Builder()
                .deliveryMode(2)
                .contentType("application/octet-stream")
                .messageId("m-" + number)
                .headers(
                        Map.of(
                                "tenant",
                                "shop",
                                "attempt",
                                3L,
                                "x-first-death-exchange",
                                exchange(),
                                "x-first-death-queue",
                                name,
                                "x-first-death-reason",
                                "rejected",
                                "x-death",
                                List.of(death)))
                .build();
    }

    private static int at(int number) {
        return (int) (number * 1_000_003L % (POOL - SIZE));
    }

    private static byte[] body(int number) {
        int at = at(number);
        return Arrays.copyOfRange(TEXT, at, at + SIZE);
    }

    /// Reads the queue they came from to its end, and empties it.
    Arrived arrived(int letters) throws Exception {
        BitSet seen = new BitSet(letters);
        long[] tally = new long[2];
        try (Connection connection = server.connect();
                Channel channel = connection.createChannel()) {
            long messages = channel.messageCount(name);
            channel.basicQos(AT_ONCE);
            BlockingQueue<Delivery> deliveries = new ArrayBlockingQueue<>(AT_ONCE);
            channel.basicConsume(name, false, (_, delivery) -> deliveries.add(delivery), _ -> {});
            for (long read = 1; read <= messages; read++) {
                Delivery delivery = deliveries.poll(1, TimeUnit.MINUTES);
                if (delivery == null) {
                    throw new IllegalStateException("read " + read + " of " + messages);
                }
                count(delivery.getProperties(), delivery.getBody(), seen, tally);
                if (read % 500 == 0 || read == messages) {
                    channel.basicAck(delivery.getEnvelope().getDeliveryTag(), true);
                }
            }
        }
        return new Arrived(letters - seen.cardinality(), tally[0], tally[1]);
    }

    private static void count(BasicProperties properties, byte[] body, BitSet seen, long[] tally) {
        int number = Integer.parseInt(properties.getMessageId().substring(2));
        if (seen.get(number)) {
            tally[0]++;
        }
        seen.set(number);
        boolean kept =
                Arrays.equals(body, body(number))
                        && "application/octet-stream".equals(properties.getContentType())
                        && "shop".equals(String.valueOf(properties.getHeaders().get("tenant")))
                        && Long.valueOf(3).equals(properties.getHeaders().get("attempt"));
        if (!kept) {
            tally[1]++;
        }
    }
}
