package dev.signalbox.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.port.Outcome.Result;
import org.junit.jupiter.api.Test;

/// What an operator relies on when dead letters are replayed: part of the [ConnectorContract].
public abstract class ReplayContract extends ConnectorFixture {
    @Test
    void aReplayBringsLettersBackAsTheyWere() throws Exception {
        Letters letters = newDeadLetters();
        putLetters(letters, oddities());
        Plan plan = connector().plan(replay(letters.destination()));
        RecordingExecution execution = new RecordingExecution();

        Outcome outcome = connector().execute(plan, execution);

        assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(outcome.done()).isEqualTo(oddities().size());
        assertThat(contents(letters.origin()))
                .extracting(message -> Draft.of(message).withoutReplayHeaders())
                .containsExactlyInAnyOrderElementsOf(oddities());
        assertThat(contents(letters.origin()))
                .allSatisfy(
                        message ->
                                assertThat(message.headerText("signalbox-replay-id"))
                                        .contains(execution.actionId().toString()));
        assertThat(LetterRanges.count(execution.sent())).isEqualTo(oddities().size());
        assertThat(execution.landings())
                .isNotEmpty()
                .allMatch(landing -> landing.destination().equals(letters.origin()));
        assertThat(execution.landings().stream().mapToLong(Landing::count).sum())
                .isEqualTo(oddities().size());
    }

    @Test
    void aReplayIgnoresLettersThatArrivedAfterItsPlan() throws Exception {
        Letters letters = newDeadLetters();
        putLetters(letters, numbered(0, 15));
        Plan plan = connector().plan(replay(letters.destination()));
        putLetters(letters, numbered(15, 5));

        connector().execute(plan, new RecordingExecution());

        assertThat(numbers(contents(letters.origin())))
                .containsExactlyInAnyOrderElementsOf(upTo(15));
    }

    @Test
    void aReplayThatWasStoppedGoesOnWithoutLossOrDuplicate() throws Exception {
        Letters letters = newDeadLetters();
        putLetters(letters, numbered(0, LETTERS));
        Plan plan = connector().plan(replay(letters.destination()));
        RecordingExecution stopped =
                new RecordingExecution().onSent(RecordingExecution.interrupt());

        Outcome first = connector().execute(plan, stopped);

        assertThat(first.result()).isEqualTo(Result.CANCELLED);
        assertThat(first.done()).isPositive().isLessThan(LETTERS);
        assertThat(stopped.inDoubt()).isEmpty();
        assertThat(contents(letters.origin())).hasSize((int) first.done());

        Outcome second = goOn(letters, plan, stopped);

        assertThat(first.done() + second.done()).isEqualTo(LETTERS);
        assertThat(numbers(contents(letters.origin())))
                .containsExactlyInAnyOrderElementsOf(upTo(LETTERS));
    }

    @Test
    void aReplaySendsNoBatchThatIsNotLetOn() throws Exception {
        Letters letters = newDeadLetters();
        putLetters(letters, numbered(0, LETTERS));
        Plan plan = connector().plan(replay(letters.destination()));
        RecordingExecution execution = new RecordingExecution();
        // The second batch is held up twice, the third may not go at all.
        execution.admits(
                4,
                (_, asked) -> {
                    if (asked == 4) {
                        RecordingExecution.refuseAfter(0).happen();
                    }
                    return asked != 1 && asked != 2;
                });

        Outcome first = connector().execute(plan, execution);

        assertThat(first.result()).isEqualTo(Result.PARTIAL);
        assertThat(execution.admitted()).containsExactly(4, 4);
        assertThat(LetterRanges.count(execution.sent())).isEqualTo(8);
        assertThat(execution.inDoubt()).isEmpty();
        assertThat(contents(letters.origin())).hasSize(8);

        goOn(letters, plan, execution);

        assertThat(numbers(contents(letters.origin())))
                .containsExactlyInAnyOrderElementsOf(upTo(LETTERS));
    }

    @Test
    void aReplayThatIsHeldUpCanBeStopped() throws Exception {
        Letters letters = newDeadLetters();
        putLetters(letters, numbered(0, LETTERS));
        Plan plan = connector().plan(replay(letters.destination()));
        RecordingExecution execution = new RecordingExecution();
        execution.admits(
                4,
                (_, asked) -> {
                    if (asked > 0) {
                        throw new InterruptedException("cancelled while it was paused");
                    }
                    return true;
                });

        Outcome outcome = connector().execute(plan, execution);

        assertThat(outcome.result()).isEqualTo(Result.CANCELLED);
        assertThat(outcome.done()).isEqualTo(4);
        assertThat(contents(letters.origin())).hasSize(4);
    }

    @Test
    void nothingIsSentThatTheLedgerRefuses() throws Exception {
        Letters letters = newDeadLetters();
        putLetters(letters, numbered(0, LETTERS));
        Plan plan = connector().plan(replay(letters.destination()));
        RecordingExecution refused =
                new RecordingExecution().onSending(RecordingExecution.refuseAfter(1));

        Outcome first = connector().execute(plan, refused);

        assertThat(first.result()).isEqualTo(Result.PARTIAL);
        assertThat(contents(letters.origin())).hasSize((int) LetterRanges.count(refused.sent()));

        goOn(letters, plan, refused);

        assertThat(numbers(contents(letters.origin())))
                .containsExactlyInAnyOrderElementsOf(upTo(LETTERS));
    }
}
