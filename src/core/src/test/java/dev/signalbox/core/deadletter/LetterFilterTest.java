package dev.signalbox.core.deadletter;

import static dev.signalbox.core.deadletter.Letters.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterFilterTest {
    private static final DeadLetter LETTER =
            letter(0, 7, "{\"order\":{\"id\":42,\"items\":[{\"sku\":\"a.b\"}]},\"total\":9.50}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time>=2026-11-22T03:00:00Z",
                "time<2026-11-22T03:00:01Z",
                "partition=0",
                "position>6",
                "position<=7",
                "size>10",
                "origin=orders",
                "origin!=refunds",
                "origin~ORD",
                "cause=NoRate",
                "cause=com.acme.NoRate",
                "cause!=NoStock",
                "cause~acme",
                "message~no rate",
                "message!~no stock",
                "consumer=connect-payers",
                "key=k-1",
                "header.order-id=42",
                "header.tries>=3",
                "header.missing!=x",
                "payload~a.b",
                "payload/order/id=42",
                "payload/total=9.50",
                "payload/total>9.4",
                "payload.$.order.items[0].sku=a.b",
                "payload/order/items~sku",
                "attempts!=3"
            })
    void whatHoldsOfALetterFindsIt(String condition) throws Exception {
        LetterFilter filter = LetterFilter.parse(List.of(condition));

        assertThat(filter.test(LETTER)).isTrue();
        assertThat(LetterFilter.parse(List.of(filter.toString()))).isEqualTo(filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time>2026-11-22T03:00:00Z",
                "partition=1",
                "origin=order",
                "origin!~ORD",
                "cause=Rate",
                "cause!=NoRate",
                "cause!=com.acme.NoRate",
                "key=K-1",
                "header.missing=x",
                "header.missing~",
                "header.order-id>42",
                "payload/order/id=43",
                "payload/nothing/there=1",
                "payload/total>10",
                "payload/order/items/0/sku>5",
                "attempts>0",
                "attempts<100"
            })
    void whatDoesNotHoldLeavesItOut(String condition) throws Exception {
        assertThat(LetterFilter.parse(List.of(condition)).test(LETTER)).isFalse();
    }

    @Test
    void allConditionsHaveToHold() throws Exception {
        assertThat(LetterFilter.parse(List.of("key=k-1", "origin=orders")).test(LETTER)).isTrue();
        assertThat(LetterFilter.parse(List.of("key=k-1", "origin=other")).test(LETTER)).isFalse();
        assertThat(LetterFilter.ALL.test(LETTER)).isTrue();
    }

    @Test
    void theIdOfAGroupFindsItsLetters() throws Exception {
        String id = CauseKey.of(LETTER).id();

        assertThat(LetterFilter.parse(List.of("group=" + id)).test(LETTER)).isTrue();
        assertThat(LetterFilter.parse(List.of("group=000000000000")).test(LETTER)).isFalse();
    }

    @Test
    void aPayloadThatIsNoJsonOrFarTooDeepMatchesNoPlaceInIt() throws Exception {
        LetterFilter filter = LetterFilter.parse(List.of("payload/a=1"));

        assertThat(filter.test(letter(0, 1, "not json"))).isFalse();
        assertThat(filter.test(letter(0, 1, null))).isFalse();
        assertThat(filter.test(letter(0, 1, "{\"a\":".repeat(10_000) + "1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "key",
                "wat=1",
                "key.x=1",
                "header=1",
                "header.=1",
                "time>=yesterday",
                "attempts>many",
                "payload/a>many",
                "origin>orders",
                "payload.a=1"
            })
    void aConditionThatIsNoneIsRefused(String condition) {
        assertThatThrownBy(() -> LetterFilter.parse(List.of(condition)))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(e.problem().summary()).doesNotStartWith("!");
                        });
    }

    @Test
    void aFilteredSelectionIsFrozenAsExactRanges() throws Exception {
        List<DeadLetter> letters = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            letters.add(letter(1, i, i < 3 || i == 7 ? "yes" : "no"));
        }
        letters.add(letter(0, 4, "yes"));
        LetterSearch search =
                new LetterSearch(
                        reader(letters),
                        DeadLetterRules.USUAL,
                        "orders-dlt",
                        LetterFilter.parse(List.of("payload=yes")));
        List<Long> progress = new ArrayList<>();

        assertThat(search.freeze(new MessageSelection.All(), progress::add))
                .isEqualTo(
                        new MessageSelection.Ranges(
                                List.of(
                                        new Range(0, 4, 5),
                                        new Range(1, 0, 3),
                                        new Range(1, 7, 8))));
        assertThat(progress).containsExactly(11L);
    }

    @Test
    void withoutConditionsThePlanFreezesTheSelection() throws Exception {
        LetterSearch search =
                new LetterSearch(
                        reader(List.of()), DeadLetterRules.USUAL, "orders-dlt", LetterFilter.ALL);

        assertThat(search.freeze(new MessageSelection.Newest(3), _ -> {}))
                .isEqualTo(new MessageSelection.Newest(3));
    }

    private static Reader reader(List<DeadLetter> letters) {
        return new Reader() {
            @Override
            public Details inspect(Subject subject) {
                throw new UnsupportedOperationException();
            }

            @Override
            public MessageStream browse(
                    String destination, MessageSelection selection, long limit) {
                Iterator<DeadLetter> each = letters.iterator();
                return new MessageStream() {
                    @Override
                    public Optional<Message> next() {
                        return each.hasNext()
                                ? Optional.of(each.next().message())
                                : Optional.empty();
                    }

                    @Override
                    public void close() {}
                };
            }
        };
    }

    private static DeadLetter letter(int partition, long offset, @Nullable String payload) {
        return DeadLetters.read(
                new Message(
                        new MessageId("orders-dlt", partition, offset),
                        Instant.parse("2026-11-22T03:00:00Z"),
                        TimestampType.CREATE_TIME,
                        Bytes.utf8("k-1"),
                        payload == null ? null : Bytes.utf8(payload),
                        List.of(
                                text("__connect.errors.topic", "orders"),
                                text("__connect.errors.connector.name", "payers"),
                                text("__connect.errors.exception.class.name", "com.acme.NoRate"),
                                text("__connect.errors.exception.message", "no rate for XTS"),
                                text("order-id", "42"),
                                Header.of(
                                        "tries",
                                        new HeaderValue.Whole(3, HeaderValue.Width.LONG)))));
    }
}
