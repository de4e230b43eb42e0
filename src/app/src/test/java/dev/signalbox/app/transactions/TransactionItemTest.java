package dev.signalbox.app.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.model.TransactionStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionItemTest {
    private final List<TransactionItem> items =
            TransactionItem.of(List.of(Samples.coordinator()), Samples.NOW);

    @Test
    void aTransactionIsAsOldAsTheTimeSinceItBegan() {
        assertThat(items.get(1).age()).contains(Duration.ofSeconds(754));
        assertThat(items.get(1).left()).contains(Duration.ofSeconds(900 - 754));
        assertThat(Transactions.age(items.get(1)).tone()).isEqualTo(Tone.WARNING);
        assertThat(Transactions.age(items.get(0)).tone()).isEqualTo(Tone.PLAIN);
    }

    @Test
    void theTimeLeftCountsOnlyWhileItRuns() {
        assertThat(items.get(2).transaction().status())
                .isEqualTo(TransactionStatus.ROLLBACK_RETRYING);
        assertThat(items.get(2).left()).isEmpty();
    }

    @Test
    void whatIsPastItsTimeSaysSoAndIsNeverNegative() {
        TransactionItem overdue =
                TransactionItem.of(List.of(Samples.coordinator()), Samples.NOW.plusSeconds(200))
                        .get(1);

        assertThat(Transactions.left(overdue).text()).isEqualTo("overdue 54 s");
        assertThat(Transactions.left(overdue).tone()).isEqualTo(Tone.DANGER);
    }

    @ParameterizedTest
    @EnumSource(TransactionStatus.class)
    void onlyWhatStillRunsCanBeEnded(TransactionStatus status) {
        TransactionItem item = withStatus(status);

        for (ActionKind kind : List.of(ActionKind.ROLLBACK, ActionKind.COMMIT)) {
            if (status == TransactionStatus.BEGIN) {
                assertThat(item.offers(kind)).isInstanceOf(Support.Offered.class);
            } else {
                assertThat(item.offers(kind))
                        .isInstanceOfSatisfying(
                                Support.Refused.class,
                                refused ->
                                        assertThat(refused.reason())
                                                .contains("still running")
                                                .doesNotContain("!"));
            }
        }
    }

    @Test
    void whatIsStuckAsksForAttentionHoweverYoung() {
        assertThat(withStatus(TransactionStatus.ROLLBACK_FAILED).asksForAttention()).isTrue();
        assertThat(withStatus(TransactionStatus.BEGIN).asksForAttention()).isFalse();
        assertThat(withStatus(TransactionStatus.ROLLBACKED).asksForAttention()).isFalse();
    }

    @Test
    void locksThatCouldNotBeReadAreNotShownAsNone() {
        TransactionItem whole = withStatus(TransactionStatus.BEGIN);
        GlobalTransaction it = whole.transaction();
        GlobalTransaction bare =
                new GlobalTransaction(
                        it.xid(),
                        it.name(),
                        it.application(),
                        it.group(),
                        it.status(),
                        it.begunAt(),
                        it.timeout(),
                        List.of(),
                        it.note());

        assertThat(
                        new TransactionItem(whole.source(), bare, whole.age(), whole.left(), false)
                                .locks())
                .isEmpty();
        assertThat(
                        new TransactionItem(whole.source(), bare, whole.age(), whole.left(), true)
                                .locks())
                .hasValue(0);
    }

    @Test
    void aResourceIsKnownByTheEndOfItsAddress() {
        assertThat(Transactions.shortResource("jdbc:postgresql://db:5432/orders?x=1"))
                .isEqualTo("orders");
        assertThat(Transactions.shortResource("inventoryService")).isEqualTo("inventoryService");
    }

    private TransactionItem withStatus(TransactionStatus status) {
        TransactionItem young = items.getFirst();
        GlobalTransaction it = young.transaction();
        return new TransactionItem(
                young.source(),
                new GlobalTransaction(
                        it.xid(),
                        it.name(),
                        it.application(),
                        it.group(),
                        status,
                        it.begunAt(),
                        it.timeout(),
                        it.branches(),
                        it.note()),
                young.age(),
                young.left(),
                true);
    }
}
