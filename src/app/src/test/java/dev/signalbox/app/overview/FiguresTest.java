package dev.signalbox.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final FakeConnections connections = new FakeConnections();
    private final Live live =
            new Live(
                    connections,
                    new Ticker(Clock.fixed(Samples.NOW, ZoneOffset.UTC)),
                    Runnable::run);

    private Figure figure(String id) {
        return new Figures(live, live.shown().get())
                .all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /// The samples' broker once more, under another name.
    private static ConnectionState second() {
        Profile first = Samples.kafka(Environment.DEVELOPMENT);
        return Samples.live(
                new Profile(
                        "other-kafka",
                        "other-kafka",
                        first.type(),
                        first.environment(),
                        first.access(),
                        first.settings()),
                Samples.brokerSnapshot(),
                Samples.brokerDerived());
    }

    @Test
    void whatIsNotKnownIsADashNeverZero() {
        connections.tell(Samples.connecting(Samples.kafka(Environment.TEST)));
        for (String id :
                new String[] {"throughput", "success", "latency", "dead-letters", "transactions"}) {
            assertThat(figure(id).value().text()).as(id).isEqualTo("–");
            assertThat(figure(id).value().hint()).as(id).isNotEmpty();
        }
    }

    @Test
    void whatCanBeAddedUpIsAddedUp() {
        connections.tell(Samples.broker());
        connections.tell(second());
        assertThat(figure("throughput").value().text()).isEqualTo("25/s");
        assertThat(figure("dead-letters").value().text()).isEqualTo("2\u202F408");
    }

    @Test
    void whatCannotBeAddedUpIsTheWorstAndNamed() {
        connections.tell(Samples.broker());
        assertThat(figure("success").value().text()).isEqualTo("99.6 %");
        assertThat(figure("success").beside()).isEmpty();
        connections.tell(second());
        assertThat(figure("success").beside()).endsWith("-kafka");
    }

    @Test
    void noTransactionsAreKnownWithoutACoordinatorAndCountedWithOne() {
        connections.tell(Samples.broker());
        assertThat(figure("transactions").value().text()).isEqualTo("–");
        connections.tell(Samples.coordinator());
        assertThat(figure("transactions").value().text()).isEqualTo("3");
    }

    @Test
    void theHistoriesOfTwoAreNotMixed() {
        Samples.fill(connections.history("shop-kafka"));
        connections.tell(Samples.broker());
        assertThat(figure("throughput").lately()).isNotEmpty();
        Samples.fill(connections.history("other-kafka"));
        connections.tell(second());
        assertThat(figure("throughput").lately()).isEmpty();
    }
}
