package dev.signalbox.app.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.messages.Imports;
import dev.signalbox.app.messages.Transfer;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.RabbitSamples;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.QueueFigures.Rates;
import dev.signalbox.core.monitor.ConnectionState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueuesViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    private static final Background BACKGROUND = new Background(Runnable::run);

    private final FakeConnections connections = new FakeConnections();
    private final Live live = new Live(connections, new Ticker(CLOCK), Runnable::run);
    private final QueuesViewModel model =
            new QueuesViewModel(
                    live,
                    connections,
                    BACKGROUND,
                    new Transfer(new Imports(Path.of("target"), CLOCK), BACKGROUND, (_, _) -> {}));

    private QueueItem item(String name) {
        return item(name, Samples.broker());
    }

    private QueueItem item(String name, ConnectionState state) {
        connections.tell(state);
        return model.items().getValue().stream()
                .filter(it -> it.destination().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTopicKnowsItsReadersAndWhereItsDeadLettersGo() {
        QueueItem orders = item("orders");
        assertThat(orders.groups()).containsExactly("payment", "warehouse-export");
        assertThat(orders.diesInto())
                .hasValueSatisfying(dead -> assertThat(dead.name()).isEqualTo("orders-dlt"));
        assertThat(orders.inRate()).hasValue(4.0);
        assertThat(model.readersOf(orders)).hasSize(2);
    }

    @Test
    void ratesThatTheServerHasTurnedOffSayThatAndAreNeverZero() {
        QueueItem orders = item("orders", RabbitSamples.nodeInAlarm());
        for (Shown rate :
                List.of(
                        orders.in(),
                        orders.rate(Rates::out),
                        orders.rate(Rates::redelivered),
                        orders.rate(Rates::acknowledged))) {
            assertThat(rate.hint()).isEqualTo("rates disabled on the server");
            assertThat(rate.text()).doesNotContain("0");
        }
    }

    @Test
    void aQueueTellsWhereItsDeadLettersGoAndWhoSaysSo() {
        assertThat(item("orders", RabbitSamples.node()).relation().text()).isEqualTo("orders.dlq");
        assertThat(item("orders", RabbitSamples.node()).relation().hint())
                .contains("shop.dead / orders", "policy dead-letters");
        assertThat(item("stock", RabbitSamples.node()).relation().tone()).isEqualTo(Tone.WARNING);
        assertThat(item("orders.dlq", RabbitSamples.node()).relation().text())
                .isEqualTo("dead letters of orders, payments");
        assertThat(item("payments", RabbitSamples.node()).full().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void aRateThatIsNotKnownIsNotZero() {
        assertThat(item("orders-retry").inRate()).isEmpty();
    }

    @Test
    void aPlaceWithDeadLettersStandsOutAndAnEmptyOneDoesNot() {
        assertThat(item("orders-dlt").relation().tone()).isEqualTo(Tone.DANGER);
        assertThat(item("orders-dlt").relation().text()).isEqualTo("dead letters of orders");
        assertThat(item("stock-dlt").relation().tone()).isEqualTo(Tone.PLAIN);
        assertThat(item("orders-retry").relation().text()).isEqualTo("retries of orders");
    }
}
