package dev.signalbox.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.testing.FakeAdapter;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ConnectionsScreenTest {
    private static final Profile ORDERS = profile("orders", Environment.PRODUCTION);
    private static final Profile TESTS = profile("tests", Environment.TEST);

    @TempDir private Path folder;
    private final TestWindow window = new TestWindow(new FakeAdapter());

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void aProductionConnectionIsUnlockedForAWhileAndWhyIsInTheAudit(FxRobot robot)
            throws ConnectorException {
        window.tell(Samples.connecting(ORDERS));
        Unlocking unlocking = unlocking();
        assertThat(unlocking.locked()).containsExactly(ORDERS);
        TestWindow.onFx(() -> unlocking.ask(ORDERS));
        assertThat(robot.lookup("#unlock-start").<Node>query().isDisabled()).isTrue();
        robot.clickOn("#unlock-reason").write("drain orders");
        window.picture("unlock");
        robot.clickOn("#unlock-start");
        window.await(() -> robot.lookup("#lock-orders").tryQuery().isPresent());
        assertThat(accessShown()).isEqualTo(Access.READ_WRITE);
        assertThat(robot.lookup(".unlock-told").<Labeled>query().getText())
                .contains("30", "drain orders");
        window.picture("unlocked");
        assertThat(audit().getFirst().details()).containsEntry("reason", "drain orders");

        robot.clickOn("#lock-orders");
        window.await(() -> audit().size() == 2 && unlocking.unlocked().isEmpty());
        assertThat(audit().getFirst().event()).isEqualTo(AuditEntry.Event.LOCKED);
        window.await(() -> accessShown() == Access.READ_ONLY);
    }

    @Test
    void aSavedConnectionIsChangedAndRemoved(FxRobot robot) throws ConnectorException {
        store().save(List.of(ORDERS, TESTS));
        window.begin();
        window.await(() -> robot.lookup("#open-orders").tryQuery().isPresent());
        robot.clickOn("#manage-connections");
        window.picture("connections");
        robot.clickOn("#connections-change-tests");
        robot.clickOn("#connect-name").write(" two");
        window.picture("connect-change");
        robot.clickOn("#connect-save");
        window.await(() -> window.connections().state("tests").isPresent());
        assertThat(store().load())
                .extracting(Profile::id, Profile::name)
                .containsExactly(tuple("orders", "orders"), tuple("tests", "tests two"));

        TestWindow.onFx(() -> connecting().manage());
        robot.clickOn("#connections-remove-orders").clickOn("#connections-confirm-orders");
        window.await(() -> store().load().size() == 1);
    }

    @Test
    void whatAnotherWindowChangedIsToldAndNotWrittenOver(FxRobot robot) throws ConnectorException {
        store().save(List.of(TESTS));
        window.begin();
        window.await(() -> robot.lookup("#open-tests").tryQuery().isPresent());
        robot.clickOn("#manage-connections").clickOn("#connections-change-tests");
        Profile elsewhere = TESTS.with(Map.of("bootstrap.servers", "other:9092"));
        store().put(Optional.of(TESTS), elsewhere);
        robot.clickOn("#connect-save");
        window.await(() -> robot.lookup(".connection-form .banner").tryQuery().isPresent());
        assertThat(store().load()).containsExactly(elsewhere);
    }

    @Test
    void connectionsArePassedOnInAFileWithoutSecrets(FxRobot robot) throws Exception {
        store().save(List.of(TESTS.with(Map.of("password", "hunter2"))));
        Path file = folder.resolve("given.json");
        TestWindow.onFx(() -> window.composition().shell().chooseFilesBy(new Chosen(file)));
        window.begin();
        window.await(() -> robot.lookup("#open-tests").tryQuery().isPresent());
        robot.clickOn("#manage-connections").clickOn("#connections-export");
        window.await(() -> robot.lookup(".connections .banner").tryQuery().isPresent());
        assertThat(Files.readString(file)).contains("tests").doesNotContain("hunter2");

        robot.clickOn("#connections-import");
        window.await(() -> store().load().size() == 2);
        assertThat(store().load()).extracting(Profile::id).contains("tests-2");
    }

    @Test
    void aFileOfAnotherToolFillsTheForm(FxRobot robot) throws Exception {
        Path file = folder.resolve("shop.properties");
        Files.writeString(file, "bootstrap.servers=broker:9092\ngroup.id=x\n");
        TestWindow.onFx(() -> window.composition().shell().chooseFilesBy(new Chosen(file)));
        robot.clickOn("#import-connections");
        window.await(() -> robot.lookup("#connect-name").tryQuery().isPresent());
        window.picture("connect-imported");
        assertThat(robot.lookup("#connect-name").<TextField>query().getText()).isEqualTo("shop");
        assertThat(robot.lookup(".connection-form .banner .label").<Labeled>query().getText())
                .contains("group.id");
        robot.clickOn("#connect-save");

        window.await(() -> window.connections().state("shop").isPresent());
        assertThat(store().load().getFirst().settings())
                .isEqualTo(Map.of("bootstrap.servers", "broker:9092"));
        assertThat(store().load().getFirst().access()).isEqualTo(Access.READ_ONLY);
    }

    @Test
    void aFileThatNobodyKnowsIsTold(FxRobot robot) throws Exception {
        Path file = folder.resolve("notes.conf");
        Files.writeString(file, "buy milk");
        TestWindow.onFx(() -> window.composition().shell().chooseFilesBy(new Chosen(file)));
        robot.clickOn("#manage-connections").clickOn("#connections-import");

        window.await(() -> robot.lookup(".connections .banner").tryQuery().isPresent());
    }

    @Test
    void aSecretIsKeptEncryptedAndTheProfileRefersToIt(FxRobot robot) throws Exception {
        robot.clickOn("#connect-own");
        robot.clickOn("#connect-name").write("Orders");
        robot.clickOn("#connect-bootstrap-servers").write("broker:9092");
        robot.clickOn("#connect-sasl-jaas-config").write("hunter2");
        robot.clickOn("#connect-save");
        window.await(() -> robot.lookup("#secrets-password").tryQuery().isPresent());
        window.picture("secrets-new");
        robot.clickOn("#secrets-password").write("correct horse");
        robot.clickOn("#secrets-again").write("correct horse");
        robot.clickOn("#secrets-open");
        window.await(() -> window.connections().state("orders").isPresent());

        assertThat(store().load().getFirst().settings())
                .containsEntry("sasl.jaas.config", "${secret:orders/sasl.jaas.config}");
        assertThat(Files.readString(window.profiles())).doesNotContain("hunter2");
        assertThat(Files.readString(window.folders().config().resolve("secrets.json")))
                .doesNotContain("hunter2");
    }

    private Connecting connecting() {
        return window.composition().connecting();
    }

    private Unlocking unlocking() {
        return connecting().unlocking();
    }

    private Access accessShown() {
        return window.composition().live().state("orders").orElseThrow().profile().access();
    }

    private ProfileStore store() {
        return new ProfileStore(window.profiles());
    }

    private List<AuditEntry> audit() throws ConnectorException {
        return new AuditLog(window.data().resolve("audit.jsonl")).newest(10);
    }

    private static Profile profile(String id, Environment environment) {
        return new Profile(
                id, id, "kafka", environment, Access.READ_ONLY, Map.of("bootstrap.servers", "b:1"));
    }

    /// Always the same file.
    private record Chosen(Path file) implements FilePicker {
        @Override
        public Optional<Path> toRead(String title, List<String> endings) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> toWrite(String title, String name) {
            return Optional.of(file);
        }
    }
}
