package dev.signalbox.demo.supervisor.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.demo.supervisor.process.FakePart;
import dev.signalbox.demo.supervisor.process.Part;
import dev.signalbox.demo.supervisor.process.PartState;
import dev.signalbox.demo.supervisor.process.Parts;
import dev.signalbox.demo.supervisor.process.RecordingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeringTest {
    private static final OptionalInt FOREVER = OptionalInt.empty();

    @TempDir Path folder;

    private final RecordingListener listener = new RecordingListener();
    private final List<String> switched = new CopyOnWriteArrayList<>();
    private final FakeService order;
    private final FakeService payment;
    private Parts parts = new Parts(List.of());
    private Steering steering = steering();

    SteeringTest() throws IOException {
        order = new FakeService();
        payment = new FakeService();
    }

    @BeforeEach
    void start() throws Exception {
        parts = new Parts(List.of(List.of(part("broker"), part("order"), part("payment"))));
        parts.start();
        steering = steering();
    }

    @AfterEach
    void end() {
        parts.close();
        order.close();
        payment.close();
    }

    @Test
    void poisonGoesToWhoFailsFirstAndOnlyHeCounts() throws Exception {
        steering.incident("poison-messages", true, OptionalInt.of(3));

        assertThat(payment.told())
                .containsExactly("/incidents/poison-messages {\"on\":true,\"count\":3}");
        assertThat(order.told()).containsExactly("/incidents/poison-messages {\"on\":true}");
        assertThat(switched).containsExactly("poison-messages on");
    }

    @Test
    void whenPaymentHasHadEnoughOrderIsToldToStopToo() throws Exception {
        steering.incident("poison-messages", true, OptionalInt.of(3));
        payment.says("poison-messages", true, OptionalInt.of(1));
        steering.look();
        assertThat(state("poison-messages").remaining()).hasValue(1);

        payment.says("poison-messages", false, FOREVER);
        steering.look();

        assertThat(order.told()).endsWith("/incidents/poison-messages {\"on\":false}");
        assertThat(switched).containsExactly("poison-messages on", "poison-messages off");
        assertThat(state("poison-messages").on()).isFalse();
    }

    @Test
    void aServiceThatWasStartedAgainIsToldAgainHowManyAreLeft() throws Exception {
        steering.incident("poison-messages", true, OptionalInt.of(3));
        payment.says("poison-messages", true, OptionalInt.of(2));
        steering.look();

        startAgain("payment");
        payment.forget();
        steering.look();

        assertThat(payment.told())
                .containsExactly("/incidents/poison-messages {\"on\":true,\"count\":2}");
        assertThat(switched).containsExactly("poison-messages on");
    }

    @Test
    void anOrderServiceThatWasStartedAgainIsToldTheRateAgain() throws Exception {
        steering.look();
        steering.traffic(7);

        startAgain("order");
        order.forget();
        steering.look();
        steering.look();

        assertThat(order.told()).containsExactly("/traffic {\"ordersPerSecond\":7.0}");
    }

    @Test
    void aSilentServiceIsToldAsSoonAsItAnswers() throws Exception {
        payment.silent(true);
        assertThatThrownBy(() -> steering.incident("payment-hangs", true, FOREVER))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("payment does not answer")
                .extracting(e -> ((RefusedException) e).status())
                .isEqualTo(503);

        payment.silent(false);
        steering.look();

        assertThat(payment.told()).containsExactly("/incidents/payment-hangs {\"on\":true}");
    }

    @Test
    void aRateThatASilentServiceMissedIsToldAsSoonAsItAnswers() throws Exception {
        order.silent(true);
        assertThatThrownBy(() -> steering.traffic(9)).isInstanceOf(RefusedException.class);

        order.silent(false);
        steering.look();

        assertThat(order.told()).containsExactly("/traffic {\"ordersPerSecond\":9.0}");
    }

    @Test
    void whatAServiceDoesNotTellIsUnknown() throws Exception {
        order.count("placed", 12);
        payment.count("hung", 1);
        payment.silent(true);

        steering.look();

        assertThat(steering.situation().traffic().placed()).hasValue(12);
        assertThat(steering.situation().traffic().completed()).isEmpty();
        assertThat(steering.situation().traffic().hung()).isEmpty();
    }

    @Test
    void anIncidentWhoseServiceDoesNotRunDoesNotExist() {
        assertThatThrownBy(() -> steering.incident("slow-consumer", true, FOREVER))
                .isInstanceOf(RefusedException.class)
                .extracting(e -> ((RefusedException) e).status())
                .isEqualTo(404);
        assertThat(steering.situation().incidents())
                .extracting(Situation.IncidentState::name)
                .containsExactly("poison-messages", "payment-hangs", "broker-stopped");
    }

    @Test
    void theBrokerIsStoppedAndStartedAgain() throws Exception {
        Part broker = parts.named("broker").orElseThrow();

        steering.incident("broker-stopped", true, FOREVER);
        assertThat(broker.status().state()).isEqualTo(PartState.STOPPED);
        assertThat(listener.events()).endsWith("down broker: incident broker-stopped");

        steering.incident("broker-stopped", false, FOREVER);
        awaitUp("broker");
        assertThat(switched).containsExactly("broker-stopped on", "broker-stopped off");
    }

    @Test
    void aStoppedBrokerTakesNoCount() {
        assertThatThrownBy(() -> steering.incident("broker-stopped", true, OptionalInt.of(1)))
                .isInstanceOf(RefusedException.class)
                .extracting(e -> ((RefusedException) e).status())
                .isEqualTo(400);
    }

    @Test
    void anImpossibleRateIsRefused() {
        assertThatThrownBy(() -> steering.traffic(-1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("0 … 200");
    }

    private Steering steering() {
        List<Service> services =
                parts.all().stream()
                        .filter(part -> !part.name().equals("broker"))
                        .map(part -> (part.name().equals("order") ? order : payment).as(part))
                        .toList();
        return new Steering(
                parts,
                services,
                4,
                (incident, on) -> switched.add(incident + (on ? " on" : " off")));
    }

    private Part part(String name) {
        return FakePart.part(name, "well", folder, listener);
    }

    private Situation.IncidentState state(String name) {
        return steering.situation().incidents().stream()
                .filter(incident -> incident.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void startAgain(String name) {
        Part part = parts.named(name).orElseThrow();
        long pid = part.status().pid().orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> part.status().restarts() == 1);
        awaitUp(name);
    }

    private void awaitUp(String name) {
        Part part = parts.named(name).orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> part.status().state() == PartState.UP);
    }
}
