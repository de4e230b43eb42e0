package dev.signalbox.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.JsonRule;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Action REPLAY =
            new Action.ReplayDeadLetters(
                    "orders-dlt",
                    new MessageSelection.Ranges(List.of(new Range(0, 1, 4), new Range(2, 7, 8))),
                    Optional.of("orders"),
                    true);
    private static final Action PURGE =
            new Action.PurgeDestination(
                    "orders-dlt", new MessageSelection.Ranges(List.of(new Range(0, 0, 4))));

    @TempDir private Path folder;

    @Test
    void whatIsKeptComesBackWithItsExactLetters() throws Exception {
        for (Action action : List.of(REPLAY, PURGE)) {
            Path file = folder.resolve(action.kind() + ".json");
            SavedPlan kept = SavedPlan.of("shop", plan(action, "cluster-1", 4));
            kept.write(file);

            assertThat(SavedPlan.read(file)).isEqualTo(kept);
            assertThat(SavedPlan.read(file).action()).isEqualTo(action);
        }
    }

    @Test
    void rulesAreKeptAndWhatWasEditedByHandIsNot() throws Exception {
        Action.ReplayDeadLetters replay = (Action.ReplayDeadLetters) REPLAY;
        Action edited =
                replay.edited(
                        new MessageEdits.Rules(List.of(JsonRule.parse("$.order.total=1.50"))));
        Path file = folder.resolve("edited.json");
        SavedPlan.of("shop", plan(edited, "cluster-1", 4)).write(file);

        assertThat(SavedPlan.read(file).action()).isEqualTo(edited);
        Action byHand =
                replay.edited(
                        new MessageEdits.ByHand(
                                new MessageId("orders-dlt", 0, 1), null, null, List.of()));
        assertThatThrownBy(() -> SavedPlan.of("shop", plan(byHand, "cluster-1", 1)))
                .isInstanceOf(ConnectorException.class);
    }

    @Test
    void aFileOfBeforeThereWereRulesIsRead() throws Exception {
        Path file = folder.resolve("old.json");
        SavedPlan.of("shop", plan(REPLAY, "cluster-1", 4)).write(file);
        Files.writeString(file, Files.readString(file).replaceFirst("\"set\" : \\[ ],", ""));

        assertThat(Files.readString(file)).doesNotContain("\"set\"");
        assertThat(SavedPlan.read(file).action()).isEqualTo(REPLAY);
    }

    @Test
    void aPlanThatDoesNoMoreThanWasKeptIsCarriedOut() throws Exception {
        SavedPlan kept = SavedPlan.of("shop", plan(REPLAY, "cluster-1", 4));

        kept.check(plan(REPLAY, "cluster-1", 4), NOW.plus(Duration.ofHours(23)));
        // Some letters have been replayed since.
        kept.check(plan(REPLAY, "cluster-1", 2), NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void aPlanThatIsTooOldOrFromTheFutureIsRefused() throws Exception {
        SavedPlan kept = SavedPlan.of("shop", plan(REPLAY, "cluster-1", 4));
        Plan fresh = plan(REPLAY, "cluster-1", 4);

        refused(() -> kept.check(fresh, NOW.plus(SavedPlan.FRESH).plusSeconds(1)));
        refused(() -> kept.check(fresh, NOW.minus(SavedPlan.FRESH).minusSeconds(1)));
    }

    @Test
    void aPlanForAnotherServerIsRefused() throws Exception {
        SavedPlan kept = SavedPlan.of("shop", plan(REPLAY, "cluster-1", 4));

        refused(() -> kept.check(plan(REPLAY, "cluster-2", 4), NOW));
    }

    @Test
    void aPlanThatWouldDoMoreOrIsRiskyInAnotherWayIsRefused() throws Exception {
        SavedPlan kept =
                SavedPlan.of(
                        "shop",
                        plan(REPLAY, "cluster-1", 4)
                                .withHazards(List.of(hazard(Severity.DANGER, "known"))));

        refused(() -> kept.check(plan(REPLAY, "cluster-1", 5), NOW));
        refused(
                () ->
                        kept.check(
                                plan(REPLAY, "cluster-1", 4)
                                        .withHazards(List.of(hazard(Severity.DANGER, "new"))),
                                NOW));
        kept.check(
                plan(REPLAY, "cluster-1", 4)
                        .withHazards(
                                List.of(
                                        hazard(Severity.DANGER, "known"),
                                        hazard(Severity.WARNING, "left-out"))),
                NOW);
    }

    @Test
    void aPlanThatIsNotAboutLettersIsNotKept() {
        assertThatThrownBy(
                        () ->
                                SavedPlan.of(
                                        "shop",
                                        plan(new Action.RollbackTransaction("x"), "cluster-1", 1)))
                .isInstanceOf(ConnectorException.class);
    }

    @Test
    void aFileThatIsNoPlanIsTold() throws Exception {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{\"version\":1,");

        assertThatThrownBy(() -> SavedPlan.read(file)).isInstanceOf(ConnectorException.class);
        assertThatThrownBy(() -> SavedPlan.read(folder.resolve("none.json")))
                .isInstanceOf(ConnectorException.class);
        SavedPlan.of("shop", plan(REPLAY, "cluster-1", 4)).write(file);
        Files.writeString(
                file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 2"));
        assertThatThrownBy(() -> SavedPlan.read(file)).isInstanceOf(ConnectorException.class);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT);
                            assertThat(e.problem().summary()).doesNotStartWith("!");
                        });
    }

    private static Hazard hazard(Severity severity, String code) {
        return new Hazard(severity, code, code);
    }

    private static Plan plan(Action action, String cluster, long count) {
        return new Plan(
                UUID.randomUUID(),
                cluster,
                action,
                NOW,
                new Plan.Effect(Plan.Unit.MESSAGES, count, true, OptionalLong.empty()),
                List.of(),
                List.of(),
                List.of(),
                Plan.Reversal.NOT_NEEDED);
    }
}
