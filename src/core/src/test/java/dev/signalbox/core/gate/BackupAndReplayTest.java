package dev.signalbox.core.gate;

import static dev.signalbox.core.gate.GateFixture.purge;
import static dev.signalbox.core.gate.GateFixture.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupReader;
import dev.signalbox.core.model.JsonRule;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAndReplayTest {
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
    void whatWasPurgedIsInTheBackupAndRestoringItIsTheWayBack() throws Exception {
        List<Message> before = gate.onTheShelf();

        Operation.State state = gate.carryOut(purge());

        assertThat(gate.onTheShelf()).isEmpty();
        Backup backup = gate.workbench.backups().list().getFirst();
        assertThat(backup.complete()).isTrue();
        assertThat(read(backup)).isEqualTo(before);
        assertThat(state.outcome().orElseThrow().undo()).contains(new Action.RestoreBackup(backup));
    }

    @Test
    void everyMessageIsOnTheDiskBeforeItIsRemoved() throws Exception {
        gate.broker.betweenMessages =
                () -> {
                    // What a crash at this point would leave behind
                    List<Message> kept = read(gate.workbench.backups().list().getFirst());
                    assertThat(kept.size() + gate.onTheShelf().size()).isEqualTo(5 + 1);
                };

        assertThat(gate.carryOut(purge()).status()).isEqualTo(Operation.Status.SUCCEEDED);
    }

    @Test
    void purgingNothingLeavesNoEmptyBackup() throws Exception {
        gate.carryOut(purge());
        gate.carryOut(purge());

        assertThat(gate.workbench.backups().list()).hasSize(1);
    }

    @Test
    void lettersWhoseCopiesAreEditedAreKeptAsTheyWere() throws Exception {
        List<Message> before = gate.onTheShelf();
        Action edited =
                new Action.ReplayDeadLetters(
                        "orders",
                        new MessageSelection.All(),
                        Optional.empty(),
                        false,
                        new MessageEdits.Rules(List.of(JsonRule.parse("$.currency=EUR"))));

        Plan plan = gate.plan(edited);
        Operation.State state = gate.start(plan).await();

        assertThat(plan.hazards())
                .singleElement()
                .satisfies(hazard -> assertThat(hazard.text()).contains("/currency"));
        assertThat(state.status()).isEqualTo(Operation.Status.SUCCEEDED);
        assertThat(read(gate.workbench.backups().list().getFirst())).isEqualTo(before);
        // To restore them would not take the copies back.
        assertThat(state.outcome().orElseThrow().undo()).isEmpty();
        assertThat(gate.audit().getLast().parameters()).containsEntry("edited", "[/currency]");
    }

    @Test
    void aReplayThatEditsNothingWritesNoBackup() throws Exception {
        gate.carryOut(replay(false));

        assertThat(gate.workbench.backups().list()).isEmpty();
    }

    @Test
    void aSecondRestoreOfTheSameBackupIsWarnedOf() throws Exception {
        gate.carryOut(purge());
        Action restore = new Action.RestoreBackup(gate.workbench.backups().list().getFirst());

        assertThat(gate.plan(restore).hazards()).isEmpty();
        gate.carryOut(restore);
        assertThat(gate.plan(restore).hazards())
                .extracting(Hazard::code)
                .containsExactly(RestoreGuard.RESTORED_BEFORE);
    }

    @Test
    void lettersThatWereReplayedAreLeftOutTheNextTime() throws Exception {
        gate.carryOut(replay(false));
        gate.broker.put(2);

        Plan plan = gate.plan(replay(false));

        assertThat(plan.effect().count()).isEqualTo(2);
        assertThat(plan.hazards())
                .extracting(Hazard::code)
                .containsExactly("replayed-before.left-out");
        gate.start(plan).await();
        assertThat(gate.broker.sentCopies).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aPlanIsMadeExactForWhatTheLedgerLeavesAndCheckedInAMoment() throws Exception {
        gate.carryOut(replay(false));
        gate.broker.put(2);
        gate.broker.looksOnlyAtSome = true;
        List<Long> looked = new ArrayList<>();

        Plan plan =
                gate.workbench
                        .actions()
                        .plan(
                                GateFixture.SHOP.id(),
                                replay(false),
                                (_, total) -> looked.add(total));
        gate.start(plan).await();

        assertThat(plan.effect().exact()).isTrue();
        assertThat(plan.effect().count()).isEqualTo(2);
        assertThat(plan.hazards())
                .extracting(Hazard::code)
                .containsExactly("replayed-before.left-out");
        assertThat(looked).containsExactly(2L);
        assertThat(gate.broker.sentCopies).hasSize(7);
    }

    @Test
    void aSecondReplayOfTheSameLettersIsRefused() throws Exception {
        gate.carryOut(replay(false));

        assertThatThrownBy(() -> gate.plan(replay(false)))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
    }

    @Test
    void whoAsksForASecondReplayIsWarnedAndGetsIt() throws Exception {
        gate.carryOut(replay(false));

        Plan plan = gate.plan(replay(true));

        assertThat(plan.hazards())
                .extracting(Hazard::code)
                .containsExactly("replayed-before.again");
        gate.start(plan).await();
        assertThat(gate.broker.sentCopies).hasSize(10);
    }

    @Test
    void aPlanReviewedBeforeAnotherReplayRanSendsNothingTwice() throws Exception {
        Plan reviewed = gate.plan(replay(false));
        gate.carryOut(replay(false));

        assertThatThrownBy(() -> gate.start(reviewed)).isInstanceOf(ConnectorException.class);
        assertThat(gate.broker.sentCopies).hasSize(5);
    }

    @Test
    void lettersInDoubtAfterACrashAreLeftOutAndToldSo() throws Exception {
        gate.broker.betweenMessages =
                () -> {
                    if (gate.broker.sentCopies.size() == 2) {
                        throw new IllegalStateException("the power goes");
                    }
                };
        gate.carryOut(replay(false));
        gate.broker.betweenMessages = () -> {};

        Plan plan = gate.plan(replay(false));

        assertThat(plan.effect().count()).isEqualTo(2);
        assertThat(plan.hazards())
                .extracting(Hazard::code)
                .containsExactly("replayed-before.left-out", "in-doubt.left-out");
    }

    @Test
    void whatTheServerKnowsOfACutOffReplayEndsTheDoubt() throws Exception {
        gate.broker.betweenMessages =
                () -> {
                    if (gate.broker.sentCopies.size() == 2) {
                        throw new IllegalStateException("the power goes");
                    }
                };
        gate.carryOut(replay(false));
        gate.broker.betweenMessages = () -> {};
        gate.broker.knowsWhatWasSent = true;

        gate.carryOut(replay(false));

        assertThat(gate.broker.sentCopies).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void aReplayThatStillRunsIsNotSettled() throws Exception {
        gate.broker.knowsWhatWasSent = true;
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        gate.broker.betweenMessages =
                () -> {
                    atWork.countDown();
                    goOn.await();
                };
        Operation running = gate.start(gate.plan(replay(false)));
        atWork.await();

        Plan meanwhile = gate.plan(replay(false));
        goOn.countDown();

        assertThat(meanwhile.effect().count()).isEqualTo(4);
        assertThat(meanwhile.hazards())
                .extracting(Hazard::code)
                .containsExactly("in-doubt.left-out");
        running.await();
        assertThatThrownBy(() -> gate.start(meanwhile)).isInstanceOf(ConnectorException.class);
        assertThat(gate.broker.sentCopies).hasSize(5);
    }

    private static List<Message> read(Backup backup) throws ConnectorException {
        List<Message> messages = new ArrayList<>();
        try (BackupReader reader = backup.open()) {
            Optional<Message> next = reader.next();
            while (next.isPresent()) {
                messages.add(next.get());
                next = reader.next();
            }
        }
        return messages;
    }
}
