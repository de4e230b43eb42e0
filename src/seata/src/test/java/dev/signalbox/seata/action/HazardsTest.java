package dev.signalbox.seata.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import dev.signalbox.core.model.GlobalTransaction.Lock;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What an operator is told before a transaction is ended by hand.
class HazardsTest {

    private static final Instant BEGUN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    @Test
    void theBusinessMayStillBeAtWorkAndThatIsWorseForACommit() {
        Instant now = BEGUN.plus(Duration.ofSeconds(250));

        Hazard ofRollback = find(hazards(Ending.ROLLBACK, now, branch("AT")), "business-running");
        Hazard ofCommit = find(hazards(Ending.COMMIT, now, branch("AT")), "business-running");

        assertThat(ofRollback.severity()).isEqualTo(Severity.WARNING);
        assertThat(ofRollback.text()).contains("\"shop\"", "4 min 10 s ago");
        assertThat(ofCommit.severity()).isEqualTo(Severity.DANGER);
        assertThat(ofCommit.text()).contains("half of the work stays");
    }

    @Test
    void aTimeOutIsToldWhenItIsNearAndWhenItHasPassed() {
        Instant end = BEGUN.plus(TIMEOUT);

        assertThat(codes(hazards(Ending.COMMIT, end.minusSeconds(31), branch("AT"))))
                .doesNotContain("times-out-soon", "timed-out");
        assertThat(
                        find(
                                        hazards(Ending.COMMIT, end.minusSeconds(12), branch("AT")),
                                        "times-out-soon")
                                .text())
                .contains("in 12 s");
        assertThat(codes(hazards(Ending.COMMIT, end, branch("AT")))).contains("timed-out");
    }

    @Test
    void aSagaIsDangerousToEndWhileItRuns() {
        assertThat(find(hazards(Ending.ROLLBACK, BEGUN, branch("SAGA")), "saga-running").severity())
                .isEqualTo(Severity.DANGER);
        assertThat(codes(hazards(Ending.ROLLBACK, BEGUN, branch("AT"))))
                .doesNotContain("saga-running");
    }

    @Test
    void eachKindOfBranchHasItsOwn() {
        assertThat(
                        codes(
                                hazards(
                                        Ending.ROLLBACK,
                                        BEGUN,
                                        branch("AT"),
                                        branch("TCC"),
                                        branch("XA"))))
                .contains("dirty-rows", "tcc-call", "xa-prepared");
        assertThat(codes(hazards(Ending.COMMIT, BEGUN, branch("AT")))).doesNotContain("dirty-rows");
        assertThat(codes(hazards(Ending.ROLLBACK, BEGUN))).contains("no-branches");
    }

    @Test
    void aBranchThatHasFailedMakesACommitDangerous() {
        Branch failed = new Branch("2", "AT", "jdbc:x", "PhaseOne_Failed", "shop:1:2", List.of());

        Hazard hazard = find(hazards(Ending.COMMIT, BEGUN, branch("AT"), failed), "branch-failed");

        assertThat(hazard.severity()).isEqualTo(Severity.DANGER);
        assertThat(hazard.text()).startsWith("One branch has reported");
        assertThat(codes(hazards(Ending.ROLLBACK, BEGUN, failed))).doesNotContain("branch-failed");
    }

    @Test
    void theGravestComesFirst() {
        assertThat(hazards(Ending.ROLLBACK, BEGUN, branch("SAGA"), branch("AT")))
                .extracting(Hazard::severity)
                .containsExactly(Severity.DANGER, Severity.WARNING, Severity.NOTE);
    }

    @Test
    void anAgeIsNotMadeUp() {
        assertThat(find(hazards(Ending.ROLLBACK, BEGUN.minusSeconds(5)), "business-running").text())
                .as("the coordinator's clock is ahead")
                .contains("an unknown time ago");
        assertThat(
                        find(
                                        hazards(
                                                Ending.ROLLBACK,
                                                BEGUN.plus(Duration.ofMinutes(125))),
                                        "business-running")
                                .text())
                .contains("2 h 5 min ago");
    }

    @Test
    void whatIsDoneToABranchIsSaidInTheWordsOfItsKind() {
        Branch at = branch("AT");
        Branch locked =
                new Branch(
                        "1",
                        "AT",
                        "jdbc:x",
                        "Registered",
                        "shop:1:2",
                        List.of(new Lock("t", "1"), new Lock("t", "2")));

        assertThat(BranchTexts.step(Ending.ROLLBACK, at, true))
                .isEqualTo(
                        "AT jdbc:x (shop:1:2): its service undoes its changes, from the undo log");
        assertThat(BranchTexts.step(Ending.ROLLBACK, locked, true))
                .contains("changes to 2 locked rows");
        assertThat(BranchTexts.step(Ending.ROLLBACK, locked, false)).doesNotContain("locked");
        assertThat(BranchTexts.step(Ending.COMMIT, locked, true)).contains("2 rows are unlocked");
        assertThat(BranchTexts.step(Ending.COMMIT, at, true)).contains("stay; its service");
        assertThat(BranchTexts.step(Ending.ROLLBACK, branch("TCC"), true))
                .contains("called to cancel");
        assertThat(BranchTexts.step(Ending.COMMIT, branch("TCC"), true))
                .contains("called to confirm");
        assertThat(BranchTexts.step(Ending.ROLLBACK, branch("SAGA"), true))
                .contains("compensations");
        assertThat(BranchTexts.step(Ending.ROLLBACK, branch("XA"), true))
                .contains("prepared branch");
        assertThat(BranchTexts.step(Ending.ROLLBACK, branch("NEW"), true))
                .endsWith("it is rolled back");
    }

    private static List<Hazard> hazards(Ending ending, Instant now, Branch... branches) {
        GlobalTransaction transaction =
                new GlobalTransaction(
                        "x:1",
                        "place-order",
                        "shop",
                        "group",
                        TransactionStatus.BEGIN,
                        Optional.of(BEGUN),
                        TIMEOUT,
                        Arrays.asList(branches),
                        Optional.empty());
        return Hazards.of(ending, transaction, now, true);
    }

    private static Branch branch(String type) {
        return new Branch("1", type, "jdbc:x", "Registered", "shop:1:2", List.of());
    }

    private static List<String> codes(List<Hazard> hazards) {
        return hazards.stream().map(Hazard::code).toList();
    }

    private static Hazard find(List<Hazard> hazards, String code) {
        return hazards.stream()
                .filter(hazard -> hazard.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + hazards));
    }
}
