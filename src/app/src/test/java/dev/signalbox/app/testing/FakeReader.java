package dev.signalbox.app.testing;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.port.Subject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells details and messages of the samples.
public final class FakeReader implements Reader {
    private final Optional<Bytes> payload;

    public FakeReader() {
        this.payload = Optional.empty();
    }

    /// Whose messages all have this payload.
    public FakeReader(Bytes payload) {
        this.payload = Optional.of(payload);
    }

    @Override
    public Details inspect(Subject subject) {
        return switch (subject) {
            case Subject.OfGroup _ ->
                    new Details.GroupDetails(
                            "orders-broker:9092",
                            List.of(
                                    new Details.Member(
                                            "m-1",
                                            "recommendation-1",
                                            "/10.0.0.7",
                                            List.of("recommendations-0", "recommendations-1")),
                                    new Details.Member(
                                            "m-2",
                                            "recommendation-2",
                                            "/10.0.0.8",
                                            List.of("recommendations-2"))));
            case Subject.OfDestination _ ->
                    new Details.DestinationDetails(
                            Map.of("retention.ms", "604800000", "min.insync.replicas", "2"),
                            List.of(RabbitSamples.bindings()),
                            java.util.Optional.of(
                                    "Reading takes messages and puts them back, marked as"
                                            + " redelivered: 17 looks are left"));
            case Subject.OfServer _ -> new Details.ServerDetails(RabbitSamples.sheets());
        };
    }

    @Override
    public MessageStream browse(String destination, MessageSelection selection, long limit) {
        List<Message> messages =
                IntStream.range(0, 12)
                        .mapToObj(i -> message(destination, i))
                        .map(each -> payload.map(value -> holding(each, value)).orElse(each))
                        .toList();
        return stream(messages);
    }

    /// These messages, one after the other.
    public static MessageStream stream(List<Message> messages) {
        return new ListStream(messages);
    }

    private static Message holding(Message message, Bytes value) {
        return new Message(
                message.id(),
                message.timestamp(),
                message.timestampType(),
                message.key(),
                value,
                message.headers());
    }

    public static Message message(String destination, int number) {
        return new Message(
                new MessageId(destination, number % 3, 40_120 + number),
                Samples.NOW.minusMillis(120_000 - number * 7_113L),
                TimestampType.CREATE_TIME,
                Bytes.utf8(Integer.toString(4_700 + number)),
                Bytes.utf8(
                        "{\"orderId\":"
                                + (4_700 + number)
                                + ",\"currency\":\"EUR\",\"total\":129.90,\"items\":[{\"sku\":\"A-17\","
                                + "\"quantity\":2},{\"sku\":\"C-02\",\"quantity\":1}]}"),
                List.of(
                        new Header("message-id", Bytes.utf8("0193a7c2-41be-7" + number)),
                        new Header("xid", Bytes.utf8("tc:8091:72057594037927" + number)),
                        new Header(
                                "attempt",
                                Bytes.of(ByteBuffer.allocate(4).putInt(number % 4).array()))));
    }

    private static final class ListStream implements MessageStream {
        private final List<Message> messages;
        private int next;

        ListStream(List<Message> messages) {
            this.messages = messages;
        }

        @Override
        public Optional<Message> next() {
            return next < messages.size() ? Optional.of(messages.get(next++)) : Optional.empty();
        }

        @Override
        public void close() {}
    }
}
