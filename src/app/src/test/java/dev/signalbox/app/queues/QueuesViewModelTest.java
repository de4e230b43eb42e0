package dev.signalbox.app.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.text.Tone;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class QueuesViewModelTest {
    private final FakeConnections connections = new FakeConnections();
    private final Live live =
            new Live(
                    connections,
                    new Ticker(Clock.fixed(Samples.NOW, ZoneOffset.UTC)),
                    Runnable::run);
    private final QueuesViewModel model =
            new QueuesViewModel(live, connections, new Background(Runnable::run));

    private QueueItem item(String name) {
        connections.tell(Samples.broker());
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
