package dev.signalbox.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.gate.Operation.Status;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a replay that did not send all its letters.
class UnfinishedReplaysTest {
    private static final Owner GONE = new Owner("desk-7", Integer.MAX_VALUE, 1);

    @TempDir private Path folder = Path.of("");
    private GateFixture gate;

    UnfinishedReplaysTest() {}

    @BeforeEach
    void open() throws Exception {
        gate = new GateFixture(folder);
        gate.broker.put(5);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void whatWasStoppedIsOfferedUntilItIsSent() throws Exception {
        gate.broker.betweenMessages =
                () -> {
                    if (gate.broker.sentCopies.size() == 2) {
                        gate.actions().operations().getFirst().pause();
                    }
                };
        Operation stopped = gate.start(gate.plan(GateFixture.replay(false)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stopped.state().status() == Status.PAUSED);
        assertThat(gate.actions().unfinished()).as("it still runs").isEmpty();
        stopped.cancel();
        stopped.await();
        gate.broker.betweenMessages = () -> {};

        UnfinishedReplay left = only(gate.actions().unfinished());

        assertThat(left.id()).isEqualTo(stopped.id());
        assertThat(left.plan().letters()).containsExactly(new Range(0, 3, 5));
        assertThat(gate.carryOut(left.plan().action()).done()).isEqualTo(2);
        assertThat(gate.broker.sentCopies).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(gate.actions().unfinished()).isEmpty();
        assertThat(gate.folder.resolve("data/replays")).isEmptyDirectory();
    }

    @Test
    void whatIsInDoubtAfterACrashIsOffered() throws Exception {
        Plan plan = gate.plan(GateFixture.replay(false));
        replays(GONE).begin(GateFixture.SHOP.id(), plan);
        List<Range> letters = List.of(new Range(0, 0, 2));
        gate.ledger.sending(plan.clusterId(), "orders", letters, plan.id(), plan.madeAt(), false);

        UnfinishedReplay left = only(replays(GONE).list(_ -> true, plan.madeAt()));

        assertThat(left.plan().count()).isEqualTo(5);
        assertThat(replays(GONE).list(_ -> false, plan.madeAt())).isEmpty();
        gate.ledger.sent(plan.clusterId(), "orders", letters, plan.id());
        assertThat(only(replays(GONE).list(_ -> true, plan.madeAt())).plan().count()).isEqualTo(3);
    }

    @Test
    void aNewerReplayOfTheSameLettersStandsForTheOlder() throws Exception {
        Plan older = gate.plan(GateFixture.replay(false));
        replays(GONE).begin(GateFixture.SHOP.id(), older);
        gate.clock.step(Duration.ofMinutes(1));
        Plan newer = gate.plan(GateFixture.replay(false));
        replays(GONE).begin(GateFixture.SHOP.id(), newer);

        assertThat(only(replays(GONE).list(_ -> true, newer.madeAt())).id()).isEqualTo(newer.id());
    }

    @Test
    void afterTwoWeeksItIsForgottenAndWhatIsBrokenHidesNoOther() throws Exception {
        Plan plan = gate.plan(GateFixture.replay(false));
        replays(GONE).begin(GateFixture.SHOP.id(), plan);
        Files.writeString(folder.resolve("left/broken.json"), "{");

        assertThat(replays(GONE).list(_ -> true, plan.madeAt())).hasSize(1);
        assertThat(
                        replays(GONE)
                                .list(
                                        _ -> true,
                                        plan.madeAt().plus(UnfinishedReplays.KEPT).plusSeconds(1)))
                .isEmpty();
    }

    private UnfinishedReplays replays(Owner owner) {
        return new UnfinishedReplays(folder.resolve("left"), gate.ledger, owner);
    }

    private static UnfinishedReplay only(List<UnfinishedReplay> replays) {
        assertThat(replays).hasSize(1);
        return replays.getFirst();
    }
}
