package dev.signalbox.app.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.port.Action;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PublishDraftTest {
    @Test
    void aMessageIsMadeOfWhatWasTyped() {
        Action.PublishMessage message =
                new PublishDraft(
                                "orders",
                                "4711",
                                "{}",
                                "order-id: 4711\n\nurl: http://x:1",
                                "type: paid",
                                " 2 ")
                        .toAction();
        assertThat(message.target()).isEqualTo("orders");
        assertThat(message.key()).isEqualTo(Bytes.utf8("4711"));
        assertThat(message.value()).isEqualTo(Bytes.utf8("{}"));
        assertThat(message.partition()).isEqualTo(OptionalInt.of(2));
        assertThat(message.headers())
                .containsExactly(
                        new Header("order-id", Bytes.utf8("4711")),
                        new Header("url", Bytes.utf8("http://x:1")));
        assertThat(message.properties()).containsExactly(new Header("type", Bytes.utf8("paid")));
    }

    @Test
    void withoutAKeyTheMessageHasNone() {
        Action.PublishMessage message = new PublishDraft("orders", "", "x", "", "", "").toAction();
        assertThat(message.key()).isNull();
        assertThat(message.partition()).isEmpty();
    }

    @Test
    void whatCannotBeSentIsSaid() {
        assertThat(new PublishDraft("orders", "", "x", "no colon", "", "").complaint())
                .hasValueSatisfying(words -> assertThat(words).contains("no colon"));
        assertThat(new PublishDraft("orders", "", "x", "", "", "-1").complaint()).isPresent();
        assertThat(new PublishDraft("orders", "", "x", "a: b", "", "0").complaint()).isEmpty();
    }
}
