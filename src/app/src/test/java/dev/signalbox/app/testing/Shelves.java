package dev.signalbox.app.testing;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Folders;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Dead letters as Spring Kafka writes them, and a workbench over a [ShelfServer] that holds them.
public final class Shelves {
    private Shelves() {}

    /// The real workbench, gate and all, in this folder.
    public static Workbench workbench(Path folder, ShelfServer server) throws ConnectorException {
        return Workbench.open(Folders.under(folder), List.of(server), Clock.systemUTC());
    }

    public static List<Message> letters(int count) {
        return IntStream.range(0, count).mapToObj(Shelves::letter).toList();
    }

    /// Every third one died of something else.
    public static Message letter(int number) {
        boolean timeout = number % 3 == 2;
        String cause =
                timeout
                        ? "java.net.http.HttpTimeoutException"
                        : "dev.shop.payment.UnknownCurrencyException";
        String said =
                timeout
                        ? "request timed out after " + (2_000 + number) + " ms"
                        : "no rate for XTS of order " + (8_100 + number);
        return new Message(
                new MessageId(ShelfServer.LETTERS, 0, number),
                Instant.parse("2026-11-22T09:30:00Z").plusSeconds(7L * number),
                TimestampType.CREATE_TIME,
                Bytes.utf8("order-" + (8_100 + number)),
                Bytes.utf8(
                        "{\"order\":%d,\"currency\":\"XTS\",\"total\":129.90,\"lines\":[{\"sku\":\"A-17\",\"count\":2}]}"
                                .formatted(8_100 + number)),
                List.of(
                        text("order-id", Integer.toString(8_100 + number)),
                        text("xid", "127.0.0.1:8091:" + (72_057_594_037_927_000L + number)),
                        text("kafka_dlt-original-topic", "orders"),
                        new Header("kafka_dlt-original-partition", int32(number % 3)),
                        new Header("kafka_dlt-original-offset", int64(4_200 + number)),
                        new Header(
                                "kafka_dlt-original-timestamp", int64(1_795_339_000_000L + number)),
                        text("kafka_dlt-original-consumer-group", "payment"),
                        text("kafka_dlt-exception-fqcn", cause),
                        text("kafka_dlt-exception-message", said),
                        text("kafka_dlt-exception-stacktrace", trace(cause, said)),
                        new Header("retry_topic-attempts", int32(4))));
    }

    private static String trace(String cause, String said) {
        return cause
                + ": "
                + said
                + "\n\tat dev.shop.payment.Rates.of(Rates.java:41)"
                + "\n\tat dev.shop.payment.Capture.handle(Capture.java:88)"
                + "\n\tat dev.shop.consumer.Consumer.deliver(Consumer.java:120)"
                + "\n\tat java.base/java.lang.Thread.run(Thread.java:1583)"
                + "\nCaused by: java.util.NoSuchElementException: XTS"
                + "\n\tat java.base/java.util.Optional.orElseThrow(Optional.java:377)"
                + "\n\t... 4 more";
    }

    private static Header text(String name, String value) {
        return new Header(name, Bytes.utf8(value));
    }

    private static Bytes int32(int value) {
        return Bytes.of(ByteBuffer.allocate(4).putInt(value).array());
    }

    private static Bytes int64(long value) {
        return Bytes.of(ByteBuffer.allocate(8).putLong(value).array());
    }
}
