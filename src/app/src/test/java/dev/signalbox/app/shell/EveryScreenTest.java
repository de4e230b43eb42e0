package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.prefs.Density;
import dev.signalbox.app.prefs.Mode;
import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.app.testing.Looking;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.Screenshots;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Every screen in both languages and both themes, in one window: `target/screens/all-….png`.
@ExtendWith(ApplicationExtension.class)
class EveryScreenTest {
    private static final Map<FeatureId, Focus> FOCI =
            Map.of(
                    FeatureId.QUEUES,
                    new Focus("shop-kafka", "orders"),
                    FeatureId.CONSUMERS,
                    new Focus("shop-kafka", "recommendation"),
                    FeatureId.TRANSACTIONS,
                    new Focus("shop-seata", "tc:8091:72057594037927902"));

    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.CHINESE);

    private static final List<FeatureId> SCREENS =
            List.of(
                    FeatureId.OVERVIEW,
                    FeatureId.QUEUES,
                    FeatureId.CONSUMERS,
                    FeatureId.DEAD_LETTERS,
                    FeatureId.TRANSACTIONS,
                    FeatureId.OPERATIONS);

    private final TestWindow window = new TestWindow();
    private final List<String> faults = new ArrayList<>();

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void speakAsBefore() {
        TestWindow.onFx(Language.SYSTEM::speak);
    }

    @Test
    void everyScreenIsWholeInBothLanguagesAndThemes() {
        for (Language language : LANGUAGES) {
            speak(language);
            look("welcome", language);
        }
        fill(Samples.broker(), Samples.coordinator());
        for (Mode mode : List.of(Mode.LIGHT, Mode.DARK)) {
            TestWindow.onFx(() -> window.composition().theme().choose(mode));
            for (Language language : LANGUAGES) {
                speak(language);
                for (FeatureId screen : SCREENS) {
                    open(screen);
                    look(name(screen) + "-" + name(mode), language);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyScreenTellsTheStateItIsIn() {
        showEach("loading", Samples.connecting(Samples.kafka(Environment.TEST)));
        showEach("failed", Samples.failed(Samples.kafka(Environment.TEST)));
        showEach("stale", Samples.stale(Samples.broker()));
        assertThat(faults).isEmpty();
    }

    @Test
    void denseAndWithHighContrastNothingIsLost() {
        fill(Samples.broker(), Samples.coordinator());
        TestWindow.onFx(() -> window.composition().theme().choose(Density.COMPACT));
        open(FeatureId.QUEUES);
        look("queues-compact", Language.ENGLISH);
        TestWindow.onFx(() -> window.composition().theme().setHighContrast(true));
        open(FeatureId.OVERVIEW);
        look("overview-contrast", Language.ENGLISH);
        TestWindow.onFx(() -> window.composition().theme().choose(Mode.DARK));
        open(FeatureId.TRANSACTIONS);
        look("transactions-contrast", Language.ENGLISH);
        assertThat(faults).isEmpty();
    }

    private void showEach(String state, ConnectionState told) {
        window.tell(told);
        for (FeatureId screen : SCREENS) {
            window.show(screen);
            look(name(screen) + "-" + state, Language.ENGLISH);
        }
    }

    private void speak(Language language) {
        TestWindow.onFx(() -> window.composition().tongue().choose(language));
    }

    private void open(FeatureId screen) {
        window.show(screen);
        Focus focus = FOCI.get(screen);
        if (focus != null) {
            window.show(screen, focus);
        }
    }

    private void fill(ConnectionState... states) {
        Samples.fill(window.connections().history("shop-kafka"));
        window.connections().read("shop-kafka", new FakeReader());
        for (ConnectionState state : states) {
            window.tell(state);
        }
    }

    private void look(String what, Language language) {
        String name = "all-" + what + "-" + language.tag();
        TestWindow.onFx(
                () -> {
                    Screenshots.save(window.scene(), name);
                    Looking.cutOff(window.scene().getRoot())
                            .forEach(each -> faults.add(name + " is cut off: " + each));
                    Looking.nameless(window.scene().getRoot())
                            .forEach(each -> faults.add(name + " has no name: " + each));
                });
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
