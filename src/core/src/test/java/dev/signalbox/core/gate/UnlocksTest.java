package dev.signalbox.core.gate;

import static dev.signalbox.core.gate.GateFixture.GUEST;
import static dev.signalbox.core.gate.GateFixture.purge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlocksTest {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @TempDir private Path folder;
    private GateFixture gate;

    @BeforeEach
    void open() throws ConnectorException {
        gate = new GateFixture(folder);
        gate.broker.put(5);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void anUnlockedConnectionIsChangedUntilTheTimeIsUp() throws Exception {
        unlock();
        Plan plan = gate.actions().plan(GUEST.id(), purge());
        Plan tooLate = gate.actions().plan(GUEST.id(), purge());

        gate.actions().start(GUEST.id(), plan, Confirmation.of(plan.id())).await();
        assertThat(gate.onTheShelf()).isEmpty();

        gate.clock.step(HALF_AN_HOUR);
        refused(ProblemKind.AUTHORIZATION, () -> gate.actions().plan(GUEST.id(), purge()));
        refused(
                ProblemKind.AUTHORIZATION,
                () -> gate.actions().start(GUEST.id(), tooLate, Confirmation.of(tooLate.id())));
        assertThat(gate.workbench.unlocks().of(GUEST.id())).isEmpty();
    }

    @Test
    void whoUnlockedWhatUntilWhenAndWhyIsInTheAudit() throws Exception {
        Unlock unlock = unlock();

        AuditEntry entry = gate.audit().getFirst();
        assertThat(entry.event()).isEqualTo(Event.UNLOCKED);
        assertThat(entry.profileId()).isEqualTo(GUEST.id());
        assertThat(entry.operator()).isNotEmpty();
        assertThat(entry.details())
                .isEqualTo(Map.of("until", unlock.until().toString(), "reason", "drain orders"));
    }

    @Test
    void lockingItEndsTheUnlockEarlyAndIsAudited() throws Exception {
        unlock();
        gate.workbench.unlocks().lock(GUEST.id());

        refused(ProblemKind.AUTHORIZATION, () -> gate.actions().plan(GUEST.id(), purge()));
        assertThat(gate.audit())
                .extracting(AuditEntry::event)
                .containsExactly(Event.REFUSED, Event.LOCKED, Event.UNLOCKED);
    }

    @Test
    void withoutAReasonOrForTooLongItStaysLocked() throws Exception {
        refused(ProblemKind.INVALID, () -> unlock(HALF_AN_HOUR, "  "));
        refused(ProblemKind.INVALID, () -> unlock(Unlocks.LONGEST.plusSeconds(1), "why"));
        refused(ProblemKind.INVALID, () -> unlock(Duration.ZERO, "why"));

        assertThat(gate.workbench.unlocks().of(GUEST.id())).isEmpty();
        assertThat(gate.audit()).isEmpty();
    }

    @Test
    void anUnlockThatCannotBeAuditedDoesNotHappen() throws Exception {
        Files.createDirectories(gate.auditFile());

        assertThatThrownBy(this::unlock).isInstanceOf(ConnectorException.class);
        assertThat(gate.workbench.unlocks().of(GUEST.id())).isEmpty();
    }

    @Test
    void aConnectionThatLeadsElsewhereByNowIsNotUnlocked() throws Exception {
        unlock();
        Profile elsewhere = GUEST.with(Map.of("bootstrap.servers", "other:9092"));
        gate.workbench.connections().close(GUEST.id());
        gate.workbench.connections().open(elsewhere);

        refused(ProblemKind.AUTHORIZATION, () -> gate.actions().plan(GUEST.id(), purge()));
    }

    private Unlock unlock() throws ConnectorException {
        return unlock(HALF_AN_HOUR, " drain orders ");
    }

    private Unlock unlock(Duration span, String reason) throws ConnectorException {
        return gate.workbench.unlocks().unlock(GUEST.id(), span, reason);
    }

    private static void refused(ProblemKind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }
}
