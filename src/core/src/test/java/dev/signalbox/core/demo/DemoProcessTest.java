package dev.signalbox.core.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.demo.supervisor.SupervisorMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path temporary = Path.of("");

    private final List<DemoEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void packTheStandIn() throws IOException {
        Path jar = temporary.resolve("home/lib/supervisor/supervisor.jar");
        Files.createDirectories(Objects.requireNonNull(jar.getParent()));
        String name = SupervisorMain.class.getName().replace('.', '/') + ".class";
        try (InputStream in =
                        Objects.requireNonNull(
                                SupervisorMain.class.getClassLoader().getResourceAsStream(name));
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        }
    }

    @Test
    void tellsEveryEventAndThenHowToReachIt() throws Exception {
        try (DemoProcess demo = start("well")) {
            DemoDescription described = demo.awaitUp(PATIENCE);

            assertThat(described.kafka()).isEqualTo("127.0.0.1:2");
            assertThat(described.profiles())
                    .extracting(profile -> profile.id())
                    .containsExactly("demo-kafka", "demo-seata");
            assertThat(events)
                    .contains(
                            new DemoEvent.Starting("database"),
                            new DemoEvent.Ready("database", Duration.ofMillis(12)),
                            new DemoEvent.Up(Duration.ofMillis(34)));
            assertThat(Files.readAllLines(demo.folder().resolve("arguments")))
                    .containsSubsequence("--broker", "kafka", "--orders-per-second", "4.0");
        }
    }

    @Test
    void whoeverWaitsForItGoesOnAfterTheListenerHasHeard() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (DemoProcess demo =
                start(
                        "well",
                        event -> {
                            if (event instanceof DemoEvent.Up) {
                                heard.countDown();
                                waitFor(goOn);
                            }
                        })) {
            waitFor(heard);
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> demo.awaitUp(Duration.ofMillis(200)))
                    .matches(thrown -> thrown.problem().kind() == ProblemKind.TIMEOUT);

            goOn.countDown();
            assertThat(demo.awaitUp(PATIENCE).kafka()).isEqualTo("127.0.0.1:2");
        }
    }

    @Test
    void closingCutsTheLifeLineAndWaitsForTheEnd() throws Exception {
        DemoProcess demo = start("well");
        demo.awaitUp(PATIENCE);

        demo.close();

        assertThat(demo.isAlive()).isFalse();
        assertThat(demo.folder().resolve("demo.json")).doesNotExist();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events).endsWith(new DemoEvent.Ended(0)));
        assertThat(events).contains(new DemoEvent.Stopped(Optional.empty()));
    }

    @Test
    void aDemoThatEndsBeforeItIsUpTellsItsComplaints() throws Exception {
        try (DemoProcess demo = start("broken")) {
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> demo.awaitUp(PATIENCE))
                    .satisfies(
                            thrown -> {
                                assertThat(thrown.problem().summary()).contains("exit code 7");
                                assertThat(thrown.problem().details())
                                        .contains("database: initdb said no")
                                        .contains("no room on the disk");
                            });
        }
    }

    @Test
    void aDemoThatIsNotUpInTimeIsATimeOut() throws Exception {
        try (DemoProcess demo = start("slow")) {
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> demo.awaitUp(Duration.ofMillis(200)))
                    .matches(thrown -> thrown.problem().kind() == ProblemKind.TIMEOUT);
        }
    }

    @Test
    void aDemoThatSaysItIsUpWithoutADescriptionIsAProblem() throws Exception {
        try (DemoProcess demo = start("silent")) {
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> demo.awaitUp(PATIENCE))
                    .withMessageContaining("no description");
        }
    }

    @Test
    void twoDemosDoNotShareAFolder() throws Exception {
        try (DemoProcess first = start("well")) {
            first.awaitUp(PATIENCE);

            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> start("well").close())
                    .matches(thrown -> thrown.problem().kind() == ProblemKind.CONFLICT);
        }
    }

    @Test
    void aHomeWithoutASupervisorIsToldBeforeAnythingStarts() {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> DemoHome.at(temporary.resolve("nowhere")))
                .matches(thrown -> thrown.problem().kind() == ProblemKind.NOT_FOUND);
    }

    private DemoProcess start(String behaviour) throws ConnectorException {
        return start(behaviour, events::add);
    }

    private DemoProcess start(String behaviour, Consumer<DemoEvent> listener)
            throws ConnectorException {
        return DemoProcess.start(
                DemoHome.at(temporary.resolve("home")), temporary.resolve(behaviour), 4, listener);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
