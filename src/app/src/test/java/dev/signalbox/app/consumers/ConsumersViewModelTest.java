package dev.signalbox.app.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.profile.Environment;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsumersViewModelTest {
    private final FakeConnections connections = new FakeConnections();
    private final Live live =
            new Live(
                    connections,
                    new Ticker(Clock.fixed(Samples.NOW, ZoneOffset.UTC)),
                    Runnable::run);
    private final ConsumersViewModel model =
            new ConsumersViewModel(live, connections, new Background(Runnable::run));

    private GroupItem item(String id) {
        return model.items().getValue().stream()
                .filter(it -> it.group().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void groupsThatDoNotKeepUpAreCounted() {
        assertThat(model.behind().getValue()).isZero();
        connections.tell(Samples.broker());
        assertThat(model.behind().getValue()).isEqualTo(2);
    }

    @Test
    void beforeAFewReadingsNothingIsSaidOfAGroup() {
        connections.tell(
                Samples.live(
                        Samples.kafka(Environment.TEST),
                        Samples.brokerSnapshot(),
                        Derived.nothing()));
        assertThat(item("warehouse-export").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(item("warehouse-export").consumeRate()).isEmpty();
        assertThat(item("warehouse-export").lag()).hasValue(96_112);
        assertThat(model.behind().getValue()).isZero();
    }

    @Test
    void offsetsOfAGroupWithMembersAreNotReset() {
        connections.tell(Samples.broker());
        assertThat(model.reset(item("payment"))).isInstanceOf(Support.Refused.class);
        assertThat(model.reset(item("warehouse-export"))).isEqualTo(new Support.Offered());
    }
}
