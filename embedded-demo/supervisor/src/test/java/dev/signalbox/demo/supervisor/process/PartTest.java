package dev.signalbox.demo.supervisor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {
    @TempDir Path folder;

    private final RecordingListener listener = new RecordingListener();
    private @Nullable Part part;

    @AfterEach
    void endIt() {
        if (part != null) {
            part.close();
        }
    }

    @Test
    void aPartIsUpWhenItSaysSo() throws Exception {
        Part fake = fake("well");

        fake.start();

        assertThat(fake.status().state()).isEqualTo(PartState.UP);
        assertThat(process(fake).isAlive()).isTrue();
        assertThat(listener.events()).containsExactly("starting fake", "ready fake");
    }

    @Test
    void aPartThatIsKilledIsStartedAgain() throws Exception {
        Part fake = fake("well");
        fake.start();
        ProcessHandle first = process(fake);

        first.destroyForcibly();

        await().untilAsserted(
                        () ->
                                assertThat(listener.events())
                                        .containsExactly(
                                                "starting fake",
                                                "ready fake",
                                                "down fake: ended with exit code 137",
                                                "starting fake",
                                                "ready fake"));
        assertThat(fake.status().restarts()).isEqualTo(1);
        assertThat(fake.status().state()).isEqualTo(PartState.UP);
        assertThat(process(fake)).isNotEqualTo(first);
    }

    @Test
    void aPartThatEndsBeforeItIsReadyFailsWithItsLastWords() {
        Part fake = fake("broken");

        assertThatThrownBy(fake::start)
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("no room for me here");
        assertThat(fake.status().state()).isEqualTo(PartState.DOWN);
        assertThat(fake.status().pid()).isEmpty();
    }

    @Test
    void aPartThatIsNotReadyInTimeFailsAndIsNotLeftRunning() {
        Recipe patient = FakePart.recipe("fake", "slow", folder);
        Recipe hasty =
                new Recipe(
                        patient.name(),
                        patient.command(),
                        folder,
                        patient.readiness(),
                        Duration.ofMillis(300),
                        patient.stopTime(),
                        patient.afterEnd());
        Part fake = FakePart.part(hasty, listener);
        part = fake;

        assertThatThrownBy(fake::start)
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("not ready after");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aClosedPartIsGoneAndStaysSo() throws Exception {
        Part fake = fake("well");
        fake.start();
        ProcessHandle process = process(fake);

        fake.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(fake.status().state()).isEqualTo(PartState.STOPPED);
        assertThatThrownBy(fake::start).isInstanceOf(InterruptedException.class);
        assertThat(listener.events()).endsWith("stopping fake", "stopped fake");
    }

    @Test
    void aPartThatDoesNotHearIsEndedByForce() throws Exception {
        Part fake = fake("deaf");
        fake.start();
        ProcessHandle process = process(fake);

        fake.close();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aStoppedPartIsDownForAReasonAndCanBeStartedAgain() throws Exception {
        Part fake = fake("well");
        fake.start();

        fake.stop("for a while");
        assertThat(fake.status().state()).isEqualTo(PartState.STOPPED);
        assertThat(listener.events()).endsWith("down fake: for a while");

        fake.startAgain();
        await().until(() -> fake.status().state() == PartState.UP);
        assertThat(fake.status().restarts()).isZero();
    }

    @Test
    void aPartThatIsClosedWhileItStartsIsNotLeftRunning() {
        Part fake = fake("slow");
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> startQuietly(fake));
        await().until(() -> fake.status().state() == PartState.STARTING);
        ProcessHandle process = process(fake);

        fake.close();

        assertThat(process.isAlive()).isFalse();
        await().until(starting::isDone);
        assertThat(fake.status().state()).isEqualTo(PartState.STOPPED);
        assertThat(listener.events()).noneMatch(event -> event.startsWith("failed"));
    }

    @Test
    void aStoppedPartThatIsStartedTwiceAtOnceRunsOnce() throws Exception {
        Part fake = fake("well");
        fake.start();
        process(fake).destroyForcibly();
        fake.stop("while it comes back");

        fake.startAgain();
        await().until(() -> fake.status().state() == PartState.UP);

        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).hasSize(1);
    }

    private Part fake(String manner) {
        Part fake = FakePart.part("fake", manner, folder, listener);
        part = fake;
        return fake;
    }

    private static ProcessHandle process(Part part) {
        return ProcessHandle.of(part.status().pid().orElseThrow()).orElseThrow();
    }

    private static void startQuietly(Part part) {
        try {
            part.start();
        } catch (PartFailedException | InterruptedException expected) {
            // What the test is about is what is left.
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
