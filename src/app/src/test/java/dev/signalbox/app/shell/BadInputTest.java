package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.WrongServers;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What is typed in wrongly, over the real adapters: a clear problem each, and the window lives on.
@ExtendWith(ApplicationExtension.class)
class BadInputTest {
    private final WrongServers servers = new WrongServers();
    private final Workbench workbench;
    private final TestWindow window;

    BadInputTest() throws IOException, ConnectorException {
        Folders folders = Folders.under(Files.createTempDirectory(Path.of("target"), "bad-input"));
        workbench = Workbench.open(folders, Clock.systemUTC());
        window = new TestWindow(workbench, folders);
    }

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() throws IOException {
        workbench.close();
        servers.close();
    }

    @Test
    void aBrokerThatIsNotThereIsToldAndTheWindowLivesOn(FxRobot robot) {
        Problem problem = problemOf(kafka("closed", servers.closed()));

        assertThat(problem.summary()).contains(servers.closed());
        assertThat(problem.remedy()).isNotBlank();
        assertIsTold(robot, problem);
        window.picture("bad-broker");
    }

    @Test
    void aBrokerThatTakesTheCallAndSaysNothingIsTold(FxRobot robot) {
        Problem problem = problemOf(kafka("silent", servers.silent()));

        assertThat(problem.summary()).contains(servers.silent());
        assertIsTold(robot, problem);
    }

    @Test
    void anAddressThatSpeaksAnotherProtocolIsTold(FxRobot robot) {
        Problem problem = problemOf(kafka("web", servers.web()));

        assertThat(problem.summary()).contains("HTTP");
        assertIsTold(robot, problem);
    }

    @Test
    void aNameThatNobodyKnowsIsTold(FxRobot robot) {
        Problem problem = problemOf(kafka("unknown", servers.unknown()));

        assertThat(problem.summary()).contains("no-such-broker.invalid");
        assertIsTold(robot, problem);
    }

    @Test
    void aCoordinatorThatIsDownIsTold(FxRobot robot) {
        Problem problem =
                problemOf(
                        profile(
                                "coordinator",
                                "seata",
                                Map.of(
                                        "server",
                                        servers.closed(),
                                        "console",
                                        "http://" + servers.closed())));

        assertThat(problem.summary()).contains("127.0.0.1");
        assertIsTold(robot, problem);
    }

    @Test
    void theTestOfAConnectionSaysWhichStepFailed(FxRobot robot) {
        robot.clickOn("#connect-own");
        robot.interact(() -> choose(robot.lookup("#connect-adapter").query(), "kafka"));
        robot.clickOn("#connect-name").write("Orders");

        assertThat(failedStep(robot, servers.unknown())).isEqualTo("test-name");
        assertThat(failedStep(robot, servers.closed())).isEqualTo("test-port");
        assertThat(failedStep(robot, servers.web())).isEqualTo("test-protocol");
        window.picture("connect-tested");
        assertThat(failedStep(robot, "no address at all")).isEqualTo("test-settings");
    }

    @Test
    void aTestUnderWayCanBeGivenUp(FxRobot robot) {
        robot.clickOn("#connect-own");
        robot.interact(() -> choose(robot.lookup("#connect-adapter").query(), "kafka"));
        robot.clickOn("#connect-name").write("Orders");
        robot.clickOn("#connect-bootstrap-servers").write(servers.silent());
        robot.clickOn("#connect-test");
        await().until(() -> words(robot).equals("Stop testing"));
        robot.clickOn("#connect-test");

        await().until(() -> words(robot).equals("Test connection"));
        assertThat(robot.lookup("#connect-test-result .banner").tryQuery()).isEmpty();
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#connect-test").<Labeled>query().getText();
    }

    private static String failedStep(FxRobot robot, String address) {
        robot.doubleClickOn("#connect-bootstrap-servers");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(address);
        robot.clickOn("#connect-test");
        await().until(() -> robot.lookup("#connect-test-result .banner").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#connect-test-result .tone-danger").queryAll().stream()
                .filter(Label.class::isInstance)
                .map(Node::getId)
                .findFirst()
                .orElse("");
    }

    private static <T> void choose(ChoiceBox<T> box, String type) {
        box.getItems().stream()
                .filter(it -> it.toString().toLowerCase(Locale.ROOT).contains(type))
                .findFirst()
                .ifPresent(box::setValue);
    }

    private Problem problemOf(Profile profile) {
        TestWindow.onFx(() -> window.composition().live().open(profile));
        await().until(() -> state(profile).flatMap(ConnectionState::problem).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return state(profile).flatMap(ConnectionState::problem).orElseThrow();
    }

    private Optional<ConnectionState> state(Profile profile) {
        return workbench.connections().state(profile.id());
    }

    /// On every screen, and the window answers.
    private void assertIsTold(FxRobot robot, Problem problem) {
        for (FeatureId screen : List.of(FeatureId.QUEUES, FeatureId.TRANSACTIONS)) {
            window.show(screen);
            assertThat(robot.lookup(".banner .label").queryAllAs(Labeled.class))
                    .anySatisfy(label -> assertThat(label.getText()).contains(problem.summary()));
        }
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(window.composition().shell().currentProperty().get())
                .isEqualTo(FeatureId.OVERVIEW);
    }

    private static Profile kafka(String id, String address) {
        return profile(id, "kafka", Map.of("bootstrap.servers", address));
    }

    private static Profile profile(String id, String type, Map<String, String> settings) {
        return new Profile(id, id, type, Environment.TEST, Access.READ_ONLY, settings);
    }
}
