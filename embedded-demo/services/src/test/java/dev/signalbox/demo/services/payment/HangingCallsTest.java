package dev.signalbox.demo.services.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.transaction.Ending;
import dev.signalbox.demo.services.transaction.FakeCoordinator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HangingCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Incident incident = new Incident("payment-hangs");
    private final FakeCoordinator coordinator = new FakeCoordinator();
    private final Stop stop = new Stop();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final HangingCalls calls =
            new HangingCalls(
                    incident,
                    coordinator,
                    stop,
                    ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        stop.wish();
        threads.close();
    }

    @Test
    void whileTheIncidentIsOffNobodyHangs() throws Exception {
        assertThat(calls.hang(begin())).isFalse();
        assertThat(calls.hangs()).isZero();
        assertThat(calls.hanging()).isZero();
    }

    @Test
    void aCallHangsUntilItsTransactionIsEndedFromOutside() throws Exception {
        incident.switchOn(OptionalInt.empty());
        String xid = begin();
        CompletableFuture<Boolean> call = call(xid);
        await().atMost(PATIENCE).until(() -> calls.hanging() == 1);
        assertThat(call).isNotDone();

        coordinator.endFromOutside(xid, Ending.ROLLED_BACK);

        await().atMost(PATIENCE).until(call::isDone);
        assertThat(call).isCompletedWithValue(true);
        assertThat(calls.hanging()).isZero();
        assertThat(calls.hangs()).isEqualTo(1);
    }

    @Test
    void noMoreThanThreeHangAtOnce() throws Exception {
        incident.switchOn(OptionalInt.empty());
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Boolean> _ = call(begin());
        }
        await().atMost(PATIENCE).until(() -> calls.hangs() == 3);

        assertThat(calls.hang(begin())).isFalse();
        assertThat(calls.hanging()).isEqualTo(3);
    }

    @Test
    void withACountSoManyHangAndNoMore() throws Exception {
        incident.switchOn(OptionalInt.of(1));
        CompletableFuture<Boolean> _ = call(begin());
        await().atMost(PATIENCE).until(() -> calls.hangs() == 1);

        assertThat(calls.hang(begin())).isFalse();
        assertThat(incident.isOn()).isFalse();
        assertThat(calls.hanging()).isEqualTo(1);
    }

    @Test
    void aCallHangsOnWhileTheCoordinatorIsAway() throws Exception {
        incident.switchOn(OptionalInt.empty());
        String xid = begin();
        coordinator.lose(FakeCoordinator.Line.REQUEST_LOST, FakeCoordinator.Line.REQUEST_LOST);
        CompletableFuture<Boolean> call = call(xid);

        await().during(Duration.ofMillis(2500)).atMost(PATIENCE).until(() -> !call.isDone());
    }

    @Test
    void afterFifteenMinutesItAnswers() throws Exception {
        incident.switchOn(OptionalInt.empty());
        CompletableFuture<Boolean> call = call(begin());
        await().atMost(PATIENCE).until(() -> calls.hanging() == 1);

        now.set(Instant.EPOCH.plus(Duration.ofMinutes(15)));

        await().atMost(PATIENCE).until(call::isDone);
    }

    @Test
    void whenTheServiceStopsItAnswers() throws Exception {
        incident.switchOn(OptionalInt.empty());
        CompletableFuture<Boolean> call = call(begin());
        await().atMost(PATIENCE).until(() -> calls.hanging() == 1);

        stop.wish();

        await().atMost(PATIENCE).until(call::isDone);
    }

    private String begin() throws Exception {
        return coordinator.begin("test", Duration.ofMinutes(15));
    }

    private CompletableFuture<Boolean> call(String xid) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return calls.hang(xid);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                threads);
    }
}
