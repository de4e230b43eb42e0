package dev.signalbox.demo.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.kafka.HeaderValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// Messages that no service would send, for one of its topics.
///
/// @param topic the main topic
/// @param orderId of an order that has been through that topic
record Malformed(String topic, String orderId) {

    private static final int PARTITIONS = 3;
    private static final int DEEP = 5_000;
    private static final int HUGE = 300_000;

    /// All of them for the topic or its retry topic, over its partitions. The key says where it was sent
    /// and what is wrong with it.
    List<ProducerRecord<byte[], byte[]>> messages(String target) {
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        values().forEach((name, value) -> messages.add(message(target, messages, name, value)));
        headers()
                .forEach(
                        (name, headers) ->
                                messages.add(
                                        message(target, messages, name, bytes("{}"), headers)));
        messages.add(
                message(
                        target,
                        messages,
                        "huge-message-id",
                        bytes(event("O-nobody", "1.00")),
                        header("message-id", bytes(hex()))));
        return messages;
    }

    private Map<String, byte @Nullable []> values() {
        Map<String, byte @Nullable []> values = new LinkedHashMap<>();
        values.put("null", null);
        values.put("empty", new byte[0]);
        values.put("no-utf-8", new byte[] {'{', (byte) 0xFF, (byte) 0xC3, 0x28, 0, '}'});
        values.put("broken", bytes("{\"orderId\":\"O-1"));
        values.put("text", bytes("poison"));
        values.put("number", bytes("17"));
        values.put("list", bytes("[]"));
        values.put("json-null", bytes("null"));
        values.put("two-objects", bytes(event(orderId, "1.00") + "{}"));
        values.put("nothing-in-it", bytes("{}"));
        values.put("wrong-types", bytes(WRONG_TYPES));
        values.put("deep", bytes("{\"a\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));
        values.put("nul", bytes(event("O-\\u0000", "1.00")));
        values.put("long-id", bytes(event("O".repeat(HUGE), "1.00")));
        values.put("amount", bytes(event(orderId, "1e999999999")));
        return values;
    }

    private static final String WRONG_TYPES =
            """
            {"orderId":{"a":1},"customer":["C"],"lines":"none","amount":"many","amountInEuro":true,
             "currency":7.5,"parcel":[],"occurredAt":"yesterday"}
            """;

    private static Map<String, Headers> headers() {
        Map<String, Headers> all = new LinkedHashMap<>();
        all.put("huge-header", header("note", new byte[HUGE]));
        all.put("null-header", header("message-id", null));
        all.put("binary-id", header("message-id", new byte[] {0, (byte) 0xFF}));
        Headers nonsense = new RecordHeaders();
        nonsense.add("retry_topic-attempts", bytes("often"));
        nonsense.add("retry_topic-backoff-timestamp", HeaderValue.int64(Long.MAX_VALUE));
        nonsense.add("kafka_original-topic", new byte[0]);
        nonsense.add("kafka_original-partition", HeaderValue.int32(-7));
        nonsense.add("kafka_original-offset", HeaderValue.int64(Long.MIN_VALUE));
        nonsense.add("kafka_original-timestamp", HeaderValue.int64(Long.MIN_VALUE));
        nonsense.add("kafka_original-timestamp-type", new byte[] {(byte) 0xC3});
        all.put("nonsense", nonsense);
        return all;
    }

    /// What the topic carries, as JSON.
    private String event(String id, String amount) {
        String common =
                "{\"orderId\":\"%s\",\"occurredAt\":\"2026-11-22T10:15:30Z\",".formatted(id);
        String customer = "\"customer\":\"C-0001\",";
        String line = "{\"product\":\"P-0001\",\"quantity\":1,\"price\":%s}".formatted(amount);
        return common
                + switch (topic) {
                    case Topics.STOCK -> "\"parcel\":null}";
                    case Topics.RECOMMENDATIONS -> customer + "\"lines\":[" + line + "]}";
                    default ->
                            customer
                                    + "\"lines\":[%s],\"amount\":%s,\"amountInEuro\":%s,"
                                            .formatted(line, amount, amount)
                                    + "\"currency\":\"EUR\"}";
                };
    }

    private static ProducerRecord<byte[], byte[]> message(
            String target,
            List<ProducerRecord<byte[], byte[]>> before,
            String name,
            byte @Nullable [] value) {
        return message(target, before, name, value, new RecordHeaders());
    }

    private static ProducerRecord<byte[], byte[]> message(
            String target,
            List<ProducerRecord<byte[], byte[]>> before,
            String name,
            byte @Nullable [] value,
            Headers headers) {
        int partition = before.size() % PARTITIONS;
        return new ProducerRecord<>(target, partition, bytes(target + " " + name), value, headers);
    }

    private static Headers header(String name, byte @Nullable [] value) {
        return new RecordHeaders(List.of(new RecordHeader(name, value)));
    }

    /// As long as it is, and no shorter when it is compressed.
    private static String hex() {
        byte[] random = new byte[HUGE / 2];
        new Random(7).nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
