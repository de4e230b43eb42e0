package dev.signalbox.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BackgroundTest {
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> results = new LinkedBlockingQueue<>();
    private final Background background = new Background(fx::add);

    private void runFx() throws InterruptedException {
        fx.take().run();
    }

    @Test
    void theResultComesBackThroughTheFxThread() throws InterruptedException {
        background.run("test", () -> 42, results::add, results::add);
        assertThat(results).isEmpty();
        runFx();
        assertThat(results).containsExactly(42);
    }

    @Test
    void aRefusalComesBackAsItsProblem() throws InterruptedException {
        Problem problem = new Problem(ProblemKind.TIMEOUT, "too slow", "wait");
        background.run(
                "test",
                () -> {
                    throw new ConnectorException(problem);
                },
                results::add,
                results::add);
        runFx();
        assertThat(results).containsExactly(problem);
    }

    @Test
    void aBugComesBackAsAnUnexpectedProblemWithDetails() throws InterruptedException {
        background.run(
                "test",
                () -> {
                    throw new IllegalStateException("a bug");
                },
                results::add,
                results::add);
        runFx();
        assertThat(results)
                .first()
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(ProblemKind.UNEXPECTED);
                            assertThat(problem.details()).contains("BackgroundTest");
                        });
    }

    @Test
    void cancellingInterruptsTheWorkAndDropsItsResult() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Background.Running running =
                background.run(
                        "test",
                        () -> {
                            started.countDown();
                            try {
                                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                            } finally {
                                interrupted.countDown();
                            }
                        },
                        results::add,
                        results::add);
        started.await();
        running.cancel();
        interrupted.await();
        assertThat(fx).isEmpty();
        assertThat(results).isEmpty();
    }

    @Test
    void aResultThatWasOnItsWayWhenItWasCancelledIsDropped() throws InterruptedException {
        Background.Running running = background.run("test", () -> 42, results::add, results::add);
        Runnable delivery = fx.take();
        running.cancel();
        delivery.run();
        assertThat(List.copyOf(results)).isEmpty();
    }
}
