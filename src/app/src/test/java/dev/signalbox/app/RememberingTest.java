package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Scope;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberingTest {
    private static final Profile BROKER = Samples.kafka(Environment.TEST);
    private static final Profile COORDINATOR = Samples.seata();

    @TempDir Path folder = Path.of("");
    private final Live live =
            new Live(new FakeConnections(), new Ticker(Clock.systemUTC()), Runnable::run);
    private Preferences preferences = new Preferences(folder);
    private Remembering remembering = new Remembering(live, preferences);

    @BeforeEach
    void begin() {
        preferences = new Preferences(folder);
        remembering = new Remembering(live, preferences);
    }

    /// What is still on its way to the file would come after the folder is gone.
    @AfterEach
    void write() {
        preferences.flush();
    }

    @Test
    void whatWasOpenIsOpenedAgainWithItsScope() {
        preferences.setOpen(List.of(BROKER.id(), COORDINATOR.id(), "gone"));
        preferences.setScope(Optional.of(COORDINATOR.id()));

        remembering.openAgain(List.of(COORDINATOR, BROKER));

        assertThat(live.all().get())
                .extracting(state -> state.profile().id())
                .containsExactly(BROKER.id(), COORDINATOR.id());
        assertThat(live.scopeProperty().get()).isEqualTo(new Scope.One(COORDINATOR.id()));
    }

    @Test
    void aScopeThatIsGoneIsAllThatIsOpen() {
        preferences.setOpen(List.of(BROKER.id(), COORDINATOR.id()));
        preferences.setScope(Optional.of("gone"));

        remembering.openAgain(List.of(COORDINATOR, BROKER));

        assertThat(live.scopeProperty().get()).isEqualTo(new Scope.All());
    }

    @Test
    void onlyWhatIsSavedIsRemembered() {
        remembering.begin(() -> List.of(BROKER));

        live.open(BROKER);
        live.open(COORDINATOR);

        assertThat(preferences.open()).containsExactly(BROKER.id());
    }

    @Test
    void whatIsClosedWithTheWindowIsOpenedAgainAndWhatWasClosedBeforeIsNot() {
        remembering.begin(() -> List.of(BROKER, COORDINATOR));
        live.open(BROKER);
        live.open(COORDINATOR);
        live.close(BROKER.id());

        remembering.end();
        live.close(COORDINATOR.id());

        assertThat(preferences.open()).containsExactly(COORDINATOR.id());
    }
}
