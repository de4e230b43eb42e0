package dev.signalbox.walk.window;

import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.demo.DemoControl;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The window over the real workbench and adapters, and the hand on its mouse.
final class Walk {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final FxRobot robot = new FxRobot();
    private @Nullable Workbench opened;
    private @Nullable TestWindow shown;
    private int clicks;

    void open() throws Exception {
        Path base = Files.createDirectories(Path.of("target")).toAbsolutePath();
        Folders folders = Folders.under(Files.createTempDirectory(base, "walk"));
        Workbench workbench = Workbench.open(folders, Clock.systemUTC());
        opened = workbench;
        TestWindow window = new TestWindow(workbench, folders);
        shown = window;
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(window::open);
    }

    void close() {
        if (shown != null) {
            shown.composition().end();
        }
        if (opened != null) {
            opened.close();
        }
    }

    private TestWindow window() {
        if (shown == null) {
            throw new IllegalStateException("not open");
        }
        return shown;
    }

    private Workbench workbench() {
        if (opened == null) {
            throw new IllegalStateException("not open");
        }
        return opened;
    }

    Path folder() {
        return window().data().resolve("demo");
    }

    DemoDescription demo() throws ConnectorException {
        return DemoDescription.ofRunning(folder()).orElseThrow();
    }

    // What one sees and does

    void show(FeatureId feature) {
        window().show(feature);
    }

    void show(FeatureId feature, Focus focus) {
        window().show(feature, focus);
    }

    void picture(String name) {
        window().picture(name);
    }

    boolean isThere(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    void click(String query) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                robot.lookup(query)
                                        .tryQuery()
                                        .filter(n -> !n.isDisabled())
                                        .isPresent());
        clickOn(robot.lookup(query).query());
        WaitForAsyncUtils.waitForFxEvents();
    }

    void clickRow(String table, String words) {
        await().atMost(PATIENCE)
                .until(() -> robot.from(robot.lookup(table)).lookup(words).tryQuery().isPresent());
        clickOn(robot.from(robot.lookup(table)).lookup(words).query());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void clickOn(Node node) {
        clicks++;
        robot.clickOn(node);
    }

    /// How often the mouse was clicked so far.
    int clicks() {
        return clicks;
    }

    void press(KeyCode key) {
        robot.type(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Says yes to the plan that is on its way, waits until it is done, and returns what the button said.
    String confirmed() {
        await().atMost(PATIENCE).until(() -> isThere("#action-confirm"));
        String words = robot.lookup("#action-confirm").<Labeled>query().getText();
        clickOn(robot.lookup("#action-confirm").query());
        await().atMost(PATIENCE)
                .until(
                        () ->
                                robot.lookup("#run-status").<Labeled>tryQuery().stream()
                                        .anyMatch(status -> status.getText().equals("done")));
        WaitForAsyncUtils.waitForFxEvents();
        return words;
    }

    void setRate(String perSecond) {
        show(FeatureId.DEMO);
        await().atMost(PATIENCE).until(() -> isThere("#traffic-rate"));
        Spinner<?> spinner = robot.lookup("#traffic-rate").query();
        robot.doubleClickOn(spinner.getEditor());
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write(perSecond).type(KeyCode.ENTER);
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            try (DemoControl control = new DemoControl(demo())) {
                                return control.state().traffic().ordersPerSecond()
                                        == Double.parseDouble(perSecond);
                            }
                        });
    }

    void switchOff(String incident, Duration patience) {
        show(FeatureId.DEMO);
        await().atMost(patience).until(() -> isThere("#incident-" + incident));
        if (isOn(incident)) {
            click("#incident-" + incident);
        }
        await().atMost(patience).until(() -> !isOn(incident));
    }

    private boolean isOn(String incident) {
        try (DemoControl control = new DemoControl(demo())) {
            return control.state().incidents().stream()
                    .anyMatch(it -> it.name().equals(incident) && it.on());
        } catch (ConnectorException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    // What the servers say

    Optional<Snapshot> kafka() {
        return snapshot(DemoDescription.KAFKA_PROFILE);
    }

    Optional<Snapshot> seata() {
        return snapshot(DemoDescription.SEATA_PROFILE);
    }

    private Optional<Snapshot> snapshot(String profileId) {
        return workbench().connections().state(profileId).flatMap(ConnectionState::snapshot);
    }

    List<GlobalTransaction> transactions(TransactionStatus status) {
        return seata().stream()
                .flatMap(known -> known.transactions().stream())
                .filter(each -> each.status() == status)
                .toList();
    }

    /// The XIDs of all that have not ended.
    List<String> inFlight() {
        return seata().stream()
                .flatMap(known -> known.transactions().stream())
                .filter(each -> each.status().phase() != TransactionStatus.Phase.ENDED)
                .map(GlobalTransaction::xid)
                .toList();
    }

    /// The XID of a transaction that has all its branches and stays as it is.
    String hungTransaction(Duration patience) {
        await().atMost(patience).until(() -> hung(Instant.now()).isPresent());
        return hung(Instant.now()).orElseThrow();
    }

    private Optional<String> hung(Instant now) {
        return transactions(TransactionStatus.BEGIN).stream()
                .filter(each -> each.branches().size() == 3)
                .filter(
                        each ->
                                each.age(now)
                                        .filter(age -> age.compareTo(Duration.ofSeconds(10)) > 0)
                                        .isPresent())
                .map(GlobalTransaction::xid)
                .findFirst();
    }

    long lag(String group) {
        return kafka().stream()
                .flatMap(known -> known.groups().stream())
                .filter(each -> each.id().equals(group))
                .map(ConsumerGroup::totalLag)
                .mapToLong(lag -> lag.orElse(0))
                .sum();
    }

    /// -1 while that is not known.
    long retained(String destination) {
        return kafka().stream()
                .flatMap(known -> known.destinations().stream())
                .filter(each -> each.name().equals(destination))
                .map(Destination::retained)
                .mapToLong(reading -> reading.value().orElse(-1))
                .findFirst()
                .orElse(-1);
    }

    List<Message> messages(String destination) throws ConnectorException, InterruptedException {
        List<Message> all = new ArrayList<>();
        try (MessageStream stream =
                workbench()
                        .connections()
                        .reader(DemoDescription.KAFKA_PROFILE)
                        .browse(destination, new MessageSelection.All(), 10_000)) {
            Optional<Message> next = stream.next();
            while (next.isPresent()) {
                all.add(next.get());
                next = stream.next();
            }
        }
        return all;
    }

    /// The supervisor and all below it.
    List<ProcessHandle> processes(DemoDescription demo) {
        ProcessHandle supervisor = ProcessHandle.of(demo.pid()).orElseThrow();
        return Stream.concat(Stream.of(supervisor), supervisor.descendants()).toList();
    }
}
