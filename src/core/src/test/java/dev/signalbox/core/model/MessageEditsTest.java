package dev.signalbox.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageEditsTest {
    private static final MessageId ID = new MessageId("orders-dlt", 0, 7);
    private static final String ORDER =
            """
            { "id" : "A\\u0042", "total": 10.50, "big":12345678901234567890.10,
              "lines":[{"count":1},{"count" :2 }], "none":null, "empty":{} }
            """;

    @Test
    void aRuleChangesOneValueAndNoOtherByte() throws Exception {
        assertThat(order("$.total=11.00")).isEqualTo(ORDER.replace("10.50", "11.00"));
        assertThat(order("$.id=X-1")).isEqualTo(ORDER.replace("\"A\\u0042\"", "\"X-1\""));
        assertThat(order("$.lines[1].count=5")).isEqualTo(ORDER.replace(":2 }", ":5 }"));
        assertThat(order("/lines/0=[]")).isEqualTo(ORDER.replace("{\"count\":1}", "[]"));
        assertThat(order("$.none=true")).isEqualTo(ORDER.replace("null", "true"));
        assertThat(order("$.big=\"7\""))
                .isEqualTo(ORDER.replace("12345678901234567890.10", "\"7\""));
        assertThat(order("$.lines={\"a\": 1}"))
                .isEqualTo(ORDER.replace("[{\"count\":1},{\"count\" :2 }]", "{\"a\": 1}"));
    }

    @Test
    void aNewMemberComesLastInItsObject() throws Exception {
        assertThat(order("$.empty.currency=EUR"))
                .isEqualTo(ORDER.replace("{}", "{\"currency\":\"EUR\"}"));
        assertThat(order("$.tenant=a=b"))
                .isEqualTo(ORDER.replace("{} }", "{} ,\"tenant\":\"a=b\"}"));
    }

    @Test
    void rulesAreAppliedOneAfterTheOther() throws Exception {
        assertThat(order("$.empty={\"a\":1}", "$.empty.a=2"))
                .isEqualTo(ORDER.replace("{}", "{\"a\":2}"));
    }

    @Test
    void textBesideAsciiKeepsItsPlace() throws Exception {
        assertThat(edited("{\"名\":\"äöü €\",\"a\":\"😀\",\"b\":1}", "$.a=ü"))
                .contains("{\"名\":\"äöü €\",\"a\":\"ü\",\"b\":1}");
    }

    @Test
    void whatHasNoSuchPlaceIsNotSentAsItIs() throws Exception {
        assertThat(edited("{\"a\":{\"b\":1}}", "$.x.y=1")).isEmpty();
        assertThat(edited("{\"a\":[1]}", "$.a[1]=1")).isEmpty();
        assertThat(edited("{\"a\":1}", "$.a.b=1")).isEmpty();
        assertThat(edited("{\"a\":1,\"a\":2}", "$.a=3")).isEmpty();
        assertThat(edited("{\"a\":1} {}", "$.a=3")).isEmpty();
        assertThat(edited("no json", "$.a=3")).isEmpty();
        assertThat(edited("", "$.a=3")).isEmpty();
        assertThat(edited("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "$.a=3"))
                .isEmpty();
        assertThat(rules("$.a=1").applyTo(ID, message(null))).isEmpty();
        assertThat(rules("$.a=1").applyTo(ID, message(Bytes.of(new byte[] {(byte) 0xC3, 0x28}))))
                .isEmpty();
    }

    @Test
    void aRuleThatIsNoneIsRefused() {
        for (String text : List.of("", "a=1", "$.a", "=1")) {
            assertThatThrownBy(() -> JsonRule.parse(text)).isInstanceOf(ConnectorException.class);
        }
    }

    @Test
    void anEditByHandIsForThatLetterOnly() {
        List<Header> headers = List.of(new Header("tenant", Bytes.utf8("eu")));
        MessageEdits edits = new MessageEdits.ByHand(ID, Bytes.utf8("k"), null, headers);

        Message copy = edits.applyTo(ID, message(Bytes.utf8("v"))).orElseThrow();

        assertThat(copy.key()).isEqualTo(Bytes.utf8("k"));
        assertThat(copy.value()).isNull();
        assertThat(copy.headers()).isEqualTo(headers);
        assertThat(edits.applyTo(new MessageId("orders-dlt", 0, 8), message(null))).isEmpty();
    }

    private static String order(String... rules) throws Exception {
        return edited(ORDER, rules).orElseThrow();
    }

    private static Optional<String> edited(String payload, String rule) throws Exception {
        return edited(payload, new String[] {rule});
    }

    private static Optional<String> edited(String payload, String[] rules) throws Exception {
        return rules(rules)
                .applyTo(ID, message(Bytes.utf8(payload)))
                .map(Message::value)
                .flatMap(Bytes::text);
    }

    private static MessageEdits rules(String... rules) throws Exception {
        List<JsonRule> parsed = new ArrayList<>();
        for (String rule : rules) {
            parsed.add(JsonRule.parse(rule));
        }
        return new MessageEdits.Rules(parsed);
    }

    private static Message message(@Nullable Bytes value) {
        return new Message(
                ID, Instant.EPOCH, TimestampType.CREATE_TIME, Bytes.utf8("key"), value, List.of());
    }
}
