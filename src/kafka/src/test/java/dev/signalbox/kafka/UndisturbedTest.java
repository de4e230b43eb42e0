package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UndisturbedTest {
    @Test
    void workGoesOnThroughAnInterruptWhichIsKeptForLater() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Thread interrupter =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        begun.await();
                                        caller.interrupt();
                                        interrupted.countDown();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });

        boolean disturbed =
                Undisturbed.run(
                        () -> {
                            begun.countDown();
                            interrupted.await();
                            return Thread.currentThread().isInterrupted();
                        });

        assertThat(disturbed).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();
    }

    @Test
    void aProblemComesOutAsItIs() {
        ConnectorException refused = KafkaProblems.exception(ProblemKind.CONFLICT, "link.closed");

        assertThatThrownBy(
                        () ->
                                Undisturbed.run(
                                        () -> {
                                            throw refused;
                                        }))
                .isSameAs(refused);
    }

    @Test
    void aBugComesOutAsABug() {
        assertThatThrownBy(
                        () ->
                                Undisturbed.run(
                                        () -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bug");
    }
}
