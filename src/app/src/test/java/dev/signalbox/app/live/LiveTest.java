package dev.signalbox.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTest {
    private final FakeConnections connections = new FakeConnections();
    private final Live live =
            new Live(
                    connections,
                    new Ticker(Clock.fixed(Samples.NOW, ZoneOffset.UTC)),
                    Runnable::run);

    private static Profile profile(String id, Environment environment) {
        return new Profile(id, id, "kafka", environment, Access.READ_WRITE, Map.of());
    }

    private List<String> shown() {
        return live.shown().get().stream().map(state -> state.profile().id()).toList();
    }

    @Test
    void connectionsOfOneEnvironmentAreShownSideBySide() {
        live.open(profile("a", Environment.TEST));
        live.open(profile("b", Environment.TEST));
        assertThat(shown()).containsExactly("a", "b");
    }

    @Test
    void productionIsShownAloneWhenItComesToOthers() {
        live.open(profile("a", Environment.TEST));
        live.open(profile("prod", Environment.PRODUCTION));
        assertThat(shown()).containsExactly("prod");
        assertThat(live.production().getValue()).isTrue();
    }

    @Test
    void othersAreShownAloneWhenTheyComeToProduction() {
        live.open(profile("prod", Environment.PRODUCTION));
        live.open(profile("a", Environment.TEST));
        assertThat(shown()).containsExactly("a");
        assertThat(live.production().getValue()).isFalse();
    }

    @Test
    void closingWhatIsShownAloneShowsTheRest() {
        live.open(profile("a", Environment.TEST));
        live.open(profile("prod", Environment.PRODUCTION));
        live.close("prod");
        assertThat(shown()).containsExactly("a");
        assertThat(live.scopeProperty().get()).isEqualTo(new Scope.All());
    }

    @Test
    void aNewStateIsSeenAtOnce() {
        connections.tell(Samples.broker());
        assertThat(live.shown().get()).containsExactly(Samples.broker());
        ConnectionState stale = Samples.stale(Samples.broker());
        connections.tell(stale);
        assertThat(live.shown().get()).containsExactly(stale);
    }

    @Test
    void readingAgainAsksOnlyWhatIsShown() {
        live.open(profile("a", Environment.TEST));
        live.open(profile("prod", Environment.PRODUCTION));
        live.pollNow();
        assertThat(connections.polled()).containsExactly("prod");
    }

    @Test
    void whatMayNotBeDoneIsRefusedWithAReason() {
        Source source = Source.of(Samples.broker());
        assertThat(source.offers(ActionKind.PURGE)).isEqualTo(new Support.Offered());
        assertThat(source.offers(ActionKind.ROLLBACK)).isInstanceOf(Support.Refused.class);
        Source readOnly =
                new Source(
                        "a", "a", Environment.TEST, Access.READ_ONLY, true, source.capabilities());
        assertThat(readOnly.offers(ActionKind.PURGE)).isInstanceOf(Support.Refused.class);
    }

    @Test
    void aConnectionThatIsGoneHasNoState() {
        connections.tell(Samples.broker());
        assertThat(live.state("shop-kafka")).isPresent();
        live.close("shop-kafka");
        assertThat(live.state("shop-kafka")).isEqualTo(Optional.empty());
    }
}
