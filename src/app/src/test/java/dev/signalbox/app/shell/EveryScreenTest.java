package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.connect.Connecting;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.prefs.Density;
import dev.signalbox.app.prefs.Mode;
import dev.signalbox.app.testing.ControlStub;
import dev.signalbox.app.testing.FakeAdapter;
import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.app.testing.Looking;
import dev.signalbox.app.testing.SampleStates;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.Screenshots;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.app.tour.TourStep;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileStore;
import dev.signalbox.core.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
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
                    FeatureId.OPERATIONS,
                    FeatureId.SERVERS);

    private static final Profile LOCKED =
            new Profile(
                    "orders",
                    "orders",
                    "kafka",
                    Environment.PRODUCTION,
                    Access.READ_ONLY,
                    Map.of("bootstrap.servers", "orders-1:9092"));

    private final TestWindow window = new TestWindow(new FakeAdapter());
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
        Profile broker = Samples.kafka(Environment.TEST);
        showEach("loading", Samples.connecting(broker), "");
        showEach("failed", Samples.failed(broker), "does not accept the user");
        showEach("forbidden", SampleStates.forbidden(broker), "may not describe the groups");
        showEach("partial", SampleStates.partial(Samples.broker()), "may not describe the groups");
        showEach("stale", Samples.stale(Samples.broker()), "does not answer");
        showEach("empty", SampleStates.empty(broker), "");
        assertThat(faults).isEmpty();
    }

    @Test
    void atTwiceTheScaleNothingIsCutOff() {
        TestWindow.onFx(
                () -> {
                    Window stage = window.scene().getWindow();
                    stage.setRenderScaleX(2);
                    stage.setRenderScaleY(2);
                });
        fill(Samples.broker(), Samples.coordinator());
        for (Language language : LANGUAGES) {
            speak(language);
            for (FeatureId screen : SCREENS) {
                open(screen);
                check(name(screen) + "-2x-" + language.tag());
            }
        }
        TestWindow.onFx(() -> Screenshots.save(window.scene(), "all-servers-2x-zh", 2));
        open(FeatureId.OVERVIEW);
        TestWindow.onFx(() -> Screenshots.save(window.scene(), "all-overview-2x-zh", 2));
        assertThat(faults).isEmpty();
    }

    @Test
    void everyDialogIsWholeInBothLanguagesAndThemes(FxRobot robot) throws ConnectorException {
        new ProfileStore(window.profiles()).save(List.of(LOCKED, Samples.seata()));
        window.begin();
        window.await(() -> !connecting().saved().profiles().get().isEmpty());
        fill(Samples.broker(), Samples.coordinator(), Samples.connecting(LOCKED));
        for (Mode mode : List.of(Mode.LIGHT, Mode.DARK)) {
            LANGUAGES.forEach(language -> lookAtDialogs(robot, mode, language));
        }
        assertThat(faults).isEmpty();
    }

    private void lookAtDialogs(FxRobot robot, Mode theme, Language language) {
        TestWindow.onFx(() -> window.composition().theme().choose(theme));
        speak(language);
        String mode = name(theme);
        dialog("connections-" + mode, language, () -> connecting().manage());
        dialog("connect-" + mode, language, () -> connecting().describeNew());
        dialog("unlock-" + mode, language, () -> connecting().unlocking().ask(LOCKED));
        dialog("alerts-" + mode, language, () -> fire(robot, "#alerts"));
        dialog(
                "rules-" + mode,
                language,
                () -> {
                    fire(robot, "#alerts");
                    fire(robot, "#alerts-rules");
                });
        dialog("palette-" + mode, language, () -> press(KeyCode.K));
        dialog("keys-" + mode, language, () -> press(KeyCode.F1));
    }

    private Connecting connecting() {
        return window.composition().connecting();
    }

    private void dialog(String what, Language language, Runnable open) {
        TestWindow.onFx(open);
        look("dialog-" + what, language);
        TestWindow.onFx(() -> window.composition().shell().close());
    }

    private static void fire(FxRobot robot, String button) {
        robot.lookup(button).<Button>query().fire();
    }

    private void press(KeyCode key) {
        window.scene()
                .getAccelerators()
                .entrySet()
                .forEach(
                        each -> {
                            if (each.getKey() instanceof KeyCodeCombination keys
                                    && keys.getCode() == key) {
                                each.getValue().run();
                            }
                        });
    }

    @Test
    void theDemoAndItsTourAreWholeInBothLanguagesAndThemes(FxRobot robot) throws IOException {
        Path folder = window.data().resolve("demo");
        Files.createDirectories(folder);
        try (ControlStub _ = new ControlStub(folder, ControlStub.state(true))) {
            robot.clickOn("#try-demo");
            window.await(() -> isThere(robot, "#go-demo"));
            window.show(FeatureId.DEMO);
            window.await(() -> isThere(robot, "#incident-slow-consumer"));
            lookAtTheDemo("demo");
            for (TourStep step : TourStep.values()) {
                TestWindow.onFx(() -> fire(robot, "#tour-show"));
                lookAtTheDemo("tour-" + name(step));
                TestWindow.onFx(() -> fire(robot, "#tour-next"));
            }
            assertThat(robot.lookup("#tour").query().isVisible()).isFalse();
        }
        assertThat(faults).isEmpty();
    }

    private void lookAtTheDemo(String what) {
        for (Mode mode : List.of(Mode.LIGHT, Mode.DARK)) {
            TestWindow.onFx(() -> window.composition().theme().choose(mode));
            for (Language language : LANGUAGES) {
                speak(language);
                look(what + "-" + name(mode), language);
            }
        }
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
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

    /// @param words that every screen of the connection has to say
    private void showEach(String state, ConnectionState told, String words) {
        window.tell(told);
        for (FeatureId screen : SCREENS) {
            window.show(screen);
            look(name(screen) + "-" + state, Language.ENGLISH);
            if (screen != FeatureId.OPERATIONS && !Looking.says(window.scene().getRoot(), words)) {
                faults.add(name(screen) + "-" + state + " does not say “" + words + "”");
            }
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
        TestWindow.onFx(() -> Screenshots.save(window.scene(), name));
        check(name);
    }

    private void check(String name) {
        TestWindow.onFx(
                () -> {
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
