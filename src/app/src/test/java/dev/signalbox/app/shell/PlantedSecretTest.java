package dev.signalbox.app.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Plants secrets, one of them very short, lets a client quote them, lets a bug quote them, and searches all that the
/// console has shown and written: every file, the log at its most talkative, the report of the bug, the arguments of
/// every process.
@ExtendWith(ApplicationExtension.class)
class PlantedSecretTest {
    private static final String SECRET = "pl4nted-Secret!";
    private static final String SHORT = "q7";

    private final Path folder;
    private final Workbench workbench;
    private final TestWindow window;
    private final FileAppender<ILoggingEvent> log = new FileAppender<>();

    PlantedSecretTest() throws IOException, ConnectorException {
        folder = Files.createTempDirectory(Path.of("target"), "planted");
        workbench = Shelves.workbench(folder, new ShelfServer());
        window = new TestWindow(workbench, Folders.under(folder));
        logEverything();
    }

    private void logEverything() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger %msg%n%ex");
        encoder.start();
        log.setContext(context);
        log.setEncoder(encoder);
        log.setFile(folder.resolve("everything.log").toString());
        log.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        context.getLogger("dev.signalbox").setLevel(Level.TRACE);
    }

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
        context.getLogger("dev.signalbox").setLevel(Level.WARN);
        log.stop();
        workbench.close();
    }

    @Test
    void secretsAreNowhereInWhatIsShownOrWritten(FxRobot robot) throws Exception {
        Profile planted = planted("planted", SECRET);
        Profile shortly = planted("short", SHORT);
        TestWindow.onFx(
                () -> {
                    window.composition().live().open(planted);
                    window.composition().live().open(shortly);
                });
        window.await(() -> hasFailed("planted") && hasFailed("short"));
        assertThat(shown(robot)).anyMatch(words -> words.contains("Nobody logs in with ***"));

        CrashDialog crashes = window.composition().crashes();
        crashes.uncaughtException(
                Thread.currentThread(), new IllegalStateException("no login as " + SECRET));
        window.await(() -> robot.lookup("#crash").tryQuery().isPresent());
        ProfileExchange.write(folder.resolve("exported.json"), workbench.profiles().load());
        window.composition().preferences().flush();

        assertThat(shown(robot)).noneMatch(PlantedSecretTest::tells);
        robot.clickOn("#crash-close");
        assertThat(Files.readString(folder.resolve("everything.log"))).contains("no login as ***");
        assertThat(filesThatTell()).isEmpty();
        assertThat(
                        ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains(SECRET));
    }

    private Profile planted(String id, String secret) throws ConnectorException {
        workbench.secrets().file().open("the password".toCharArray());
        workbench.secrets().file().write(id + "/password", secret);
        Profile profile =
                new Profile(
                        id,
                        id,
                        "shelf",
                        Environment.TEST,
                        Access.READ_WRITE,
                        Map.of(ShelfServer.QUOTED, "${secret:" + id + "/password}"));
        workbench.profiles().put(Optional.empty(), profile);
        return profile;
    }

    private boolean hasFailed(String id) {
        return workbench
                .connections()
                .state(id)
                .filter(state -> state.phase() == Phase.FAILED)
                .isPresent();
    }

    private static List<String> shown(FxRobot robot) {
        return robot
                .lookup(node -> node instanceof Labeled || node instanceof TextInputControl)
                .queryAll()
                .stream()
                .map(
                        node ->
                                node instanceof Labeled labeled
                                        ? String.valueOf(labeled.getText())
                                        : String.valueOf(((TextInputControl) node).getText()))
                .toList();
    }

    private static boolean tells(String words) {
        return words.contains(SECRET) || words.contains("with " + SHORT);
    }

    private List<Path> filesThatTell() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(PlantedSecretTest::tells).toList();
        }
    }

    private static boolean tells(Path file) {
        try {
            return tells(new String(Files.readAllBytes(file), ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
