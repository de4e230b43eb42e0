package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.FakeAdapter;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WelcomeTest {
    private final TestWindow window = new TestWindow(new FakeAdapter());

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void offersTheDemoAndAConnectionOfOnesOwn(FxRobot robot) {
        window.picture("welcome");
        assertThat(robot.lookup("#try-demo").tryQuery()).isPresent();
        robot.clickOn("#connect-own");
        window.picture("connect");
        assertThat(robot.lookup("#connect-name").tryQuery()).isPresent();
    }

    @Test
    void aConnectionIsSavedAndOpenedOnceItIsComplete(FxRobot robot) throws ConnectorException {
        robot.clickOn("#connect-own");
        robot.clickOn("#connect-save");
        assertThat(robot.lookup(".banner").queryAll()).hasSize(2);
        window.picture("connect-incomplete");
        robot.clickOn("#connect-name").write("Orders");
        robot.clickOn("#connect-bootstrap-servers").write("broker:9092");
        robot.clickOn("#connect-save");
        window.await(() -> window.connections().state("orders").isPresent());
        assertThat(new ProfileStore(window.profiles()).load())
                .singleElement()
                .satisfies(
                        profile -> {
                            assertThat(profile.name()).isEqualTo("Orders");
                            assertThat(profile.settings())
                                    .isEqualTo(Map.of("bootstrap.servers", "broker:9092"));
                        });
        assertThat(robot.lookup("#go-overview").tryQuery()).isPresent();
    }

    @Test
    void productionStartsReadOnly(FxRobot robot) {
        robot.clickOn("#connect-own");
        ChoiceBox<Environment> environment = robot.lookup("#connect-environment").query();
        ChoiceBox<Access> access = robot.lookup("#connect-access").query();
        assertThat(access.getValue()).isEqualTo(Access.READ_WRITE);
        robot.interact(() -> environment.setValue(Environment.PRODUCTION));
        assertThat(access.getValue()).isEqualTo(Access.READ_ONLY);
    }

    @Test
    void savedConnectionsAreOfferedAgain(FxRobot robot) throws ConnectorException {
        new ProfileStore(window.profiles())
                .save(
                        List.of(
                                profile("orders", Environment.PRODUCTION),
                                profile("test", Environment.TEST)));
        window.begin();
        window.await(() -> robot.lookup("#open-orders").tryQuery().isPresent());
        window.picture("welcome-recent");
        robot.clickOn("#open-test");
        assertThat(window.connections().state("test")).isPresent();
        assertThat(window.connections().state("orders")).isEmpty();
    }

    @Test
    void theCommandLineOpensASavedConnection() throws ConnectorException {
        new ProfileStore(window.profiles()).save(List.of(profile("orders", Environment.TEST)));
        window.begin("--profile", "orders");
        window.await(() -> window.connections().state("orders").isPresent());
    }

    @Test
    void aBrokenFileIsToldAndLeftAsItIs(FxRobot robot) throws IOException {
        Files.createDirectories(window.profiles().getParent());
        Files.writeString(window.profiles(), "{ \"version\": 1,\n  broken");
        window.begin("--profile", "orders");
        window.await(() -> robot.lookup(".banner").tryQuery().isPresent());
        window.picture("welcome-broken");
        assertThat(robot.lookup(".banner .label").nth(0).<Labeled>query().getText())
                .contains("profiles.json");
        assertThat(window.profiles()).hasContent("{ \"version\": 1,\n  broken");
        robot.clickOn("#connect-own");
        robot.clickOn("#connect-name").write("Orders");
        robot.clickOn("#connect-bootstrap-servers").write("broker:9092");
        robot.clickOn("#connect-save");
        window.await(() -> robot.lookup(".connection-form .banner").tryQuery().isPresent());
        assertThat(window.profiles()).hasContent("{ \"version\": 1,\n  broken");
    }

    private static Profile profile(String id, Environment environment) {
        return new Profile(
                id, id, "kafka", environment, Access.READ_ONLY, Map.of("bootstrap.servers", "b:1"));
    }
}
