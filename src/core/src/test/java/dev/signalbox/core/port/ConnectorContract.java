package dev.signalbox.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.export.MessageImport;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an operator relies on, whatever the broker. Each message adapter extends it against its real server.
public abstract class ConnectorContract extends ReplayContract {
    @Test
    void pollShowsWhatThereIs() throws Exception {
        String destination = newDestination();
        put(destination, numbered(0, 12));

        Snapshot snapshot = connector().poll();

        assertThat(snapshot.server().clusterId()).isNotEmpty();
        assertThat(snapshot.destinations())
                .filteredOn(each -> each.name().equals(destination))
                .singleElement()
                .satisfies(each -> assertThat(each.retained()).isEqualTo(Reading.of(12)));
    }

    @Test
    void pollPlanAndBrowseChangeNothing() throws Exception {
        Letters letters = newDeadLetters();
        putLetters(letters, numbered(0, 5));
        List<Message> before = contents(letters.destination());
        Snapshot first = connector().poll();

        connector().plan(purge(letters.destination()));
        connector().plan(replay(letters.destination()));
        connector().plan(publish(letters.origin()));
        browse(letters.destination());

        assertThat(contents(letters.destination())).isEqualTo(before);
        assertThat(contents(letters.origin())).isEmpty();
        Snapshot second = connector().poll();
        assertThat(second.groups()).isEqualTo(first.groups());
        assertThat(second.destinations())
                .filteredOn(each -> each.name().startsWith(letters.origin()))
                .isEqualTo(
                        first.destinations().stream()
                                .filter(each -> each.name().startsWith(letters.origin()))
                                .toList());
    }

    @Test
    void browsingTwiceShowsTheSame() throws Exception {
        String destination = newDestination();
        put(destination, numbered(0, 12));

        List<Message> once = browse(destination);

        assertThat(once).hasSize(12);
        assertThat(browse(destination)).containsExactlyInAnyOrderElementsOf(once);
    }

    @Test
    void aPublishedMessageArrivesToTheByte() throws Exception {
        String destination = newDestination();
        for (Draft odd : oddities()) {
            Plan plan =
                    connector()
                            .plan(
                                    new Action.PublishMessage(
                                            destination,
                                            OptionalInt.empty(),
                                            odd.key(),
                                            odd.value(),
                                            odd.headers()));
            assertThat(connector().execute(plan, new RecordingExecution()).result())
                    .isEqualTo(Result.SUCCEEDED);
        }

        assertThat(contents(destination))
                .extracting(message -> withoutTime(Draft.of(message)))
                .containsExactlyInAnyOrderElementsOf(
                        oddities().stream().map(ConnectorFixture::withoutTime).toList());
    }

    @Test
    void aPurgeLeavesNothingAndItsBackupRestoresEverything() throws Exception {
        String destination = newDestination();
        put(destination, oddities());
        put(destination, numbered(0, 40));
        List<Message> before = contents(destination);
        Plan plan = connector().plan(purge(destination));
        RecordingExecution execution = new RecordingExecution();

        Outcome purged = connector().execute(plan, execution);

        assertThat(plan.effect())
                .extracting(Plan.Effect::count, Plan.Effect::exact)
                .containsExactly((long) before.size(), true);
        assertThat(purged.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(purged.done()).isEqualTo(before.size());
        assertThat(contents(destination)).isEmpty();
        assertThat(execution.backedUp()).containsExactlyInAnyOrderElementsOf(before);

        Plan restore = connector().plan(new Action.RestoreBackup(backup(plan, execution)));
        Outcome restored = connector().execute(restore, new RecordingExecution());

        assertThat(restore.effect().count()).isEqualTo(before.size());
        assertThat(restored.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(contents(destination))
                .extracting(ConnectorFixture::placed)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(ConnectorFixture::placed).toList());
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void theMessagesOfAFileGoToAnyDestinationToTheByte(ExportFormat format) throws Exception {
        String from = newDestination();
        put(from, oddities());
        put(from, numbered(0, 15));
        List<Message> messages = contents(from);
        String to = newDestination();
        put(to, numbered(15, 1));

        try (MessageImport file = exported(from, messages, format)) {
            Plan plan = connector().plan(file.to(to));
            assertThat(contents(to)).hasSize(1);
            assertThat(plan.effect().count()).isEqualTo(messages.size());
            assertThat(connector().execute(plan, new RecordingExecution()).done())
                    .isEqualTo(messages.size());
        }

        List<Draft> expected = new ArrayList<>(messages.stream().map(Draft::of).toList());
        expected.add(Draft.numbered(15));
        assertThat(contents(to))
                .extracting(Draft::of)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(contents(from)).isEqualTo(messages);
    }

    @Test
    void aPurgeLeavesWhatArrivedAfterItsPlan() throws Exception {
        String destination = newDestination();
        put(destination, numbered(0, 15));
        Plan plan = connector().plan(purge(destination));
        put(destination, numbered(15, 5));

        connector().execute(plan, new RecordingExecution());

        assertThat(numbers(contents(destination))).containsExactlyInAnyOrder(15, 16, 17, 18, 19);
    }

    @Test
    void planningAFrozenActionAgainDoesNoMore() throws Exception {
        String destination = newDestination();
        put(destination, numbered(0, 15));
        Plan plan = connector().plan(purge(destination));
        put(destination, numbered(15, 5));

        Plan again = connector().plan(plan.action());

        assertThat(again.effect().count()).isEqualTo(15);
        assertThat(again.action()).isEqualTo(plan.action());
    }

    @Test
    void whatCannotBeBackedUpIsNotRemoved() throws Exception {
        String destination = newDestination();
        put(destination, numbered(0, 30));
        List<Message> before = contents(destination);
        Plan plan = connector().plan(purge(destination));
        RecordingExecution execution =
                new RecordingExecution().onBackUp(RecordingExecution.refuseAfter(1));

        assertThatThrownBy(() -> connector().execute(plan, execution))
                .isInstanceOf(ConnectorException.class);

        assertThat(contents(destination)).isEqualTo(before);
    }

    @Test
    void whatAnInterruptedPurgeRemovedIsInItsBackup() throws Exception {
        String destination = newDestination();
        put(destination, numbered(0, 30));
        List<Message> before = contents(destination);
        Plan plan = connector().plan(purge(destination));
        RecordingExecution execution =
                new RecordingExecution().onBackUp(RecordingExecution.interrupt());

        Outcome outcome = connector().execute(plan, execution);

        List<Message> removed = new ArrayList<>(before);
        removed.removeAll(contents(destination));
        assertThat(outcome.result()).isEqualTo(Result.CANCELLED);
        assertThat(outcome.done()).isEqualTo(removed.size());
        assertThat(execution.backedUp()).containsAll(removed);
    }

    @Test
    void nothingIsCarriedOutOnAnotherServer() throws Exception {
        String destination = newDestination();
        put(destination, numbered(0, 3));
        Plan plan = connector().plan(purge(destination));
        Plan elsewhere =
                new Plan(
                        UUID.randomUUID(),
                        "another-cluster",
                        plan.action(),
                        plan.madeAt(),
                        plan.effect(),
                        plan.steps(),
                        plan.sample(),
                        plan.hazards(),
                        plan.reversal());

        assertProblem(
                ProblemKind.CONFLICT,
                () -> connector().execute(elsewhere, new RecordingExecution()));
        assertThat(contents(destination)).hasSize(3);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertProblem(ProblemKind.NOT_FOUND, () -> browse("nobody-made-this"));
        assertProblem(ProblemKind.NOT_FOUND, () -> connector().plan(purge("nobody-made-this")));
        assertProblem(ProblemKind.NOT_FOUND, () -> connector().plan(replay("nobody-made-this")));
        assertProblem(ProblemKind.NOT_FOUND, () -> connector().plan(publish("nobody-made-this")));
    }

    @Test
    void whatIsRefusedIsRefusedWithAReason() throws Exception {
        Snapshot snapshot = connector().poll();
        for (Action action :
                List.of(
                        new Action.RollbackTransaction("xid"),
                        new Action.CommitTransaction("xid"))) {
            assertThat(snapshot.capabilities().get(action.kind()))
                    .isInstanceOfSatisfying(
                            Support.Refused.class,
                            refused -> assertThat(refused.reason()).isNotBlank());
            assertProblem(ProblemKind.UNSUPPORTED, () -> connector().plan(action));
        }
    }

    @Test
    void whereNothingListensIsUnreachable() throws Exception {
        Connector nobody = connectToNothing();
        try {
            assertProblem(ProblemKind.UNREACHABLE, nobody::poll);
        } finally {
            nobody.close();
            nobody.close();
        }
    }
}
