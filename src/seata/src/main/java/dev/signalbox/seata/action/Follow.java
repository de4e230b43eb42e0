package dev.signalbox.seata.action;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.seata.action.Evidence.Look;
import dev.signalbox.seata.console.ConsoleReader;
import dev.signalbox.seata.rpc.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Watches one transaction after a request to end it was sent: waits for the answer, looks at the console, until
/// there is a verdict or the patience is at an end.
///
/// What was seen stays readable when the watching is interrupted.
final class Follow {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Ending ending;
    private final String xid;
    private final ConsoleReader console;
    private final CompletableFuture<Answer> answer;
    private Evidence evidence = Evidence.none();
    private Optional<GlobalTransaction> lastListed = Optional.empty();

    Follow(Ending ending, String xid, ConsoleReader console, CompletableFuture<Answer> answer) {
        this.ending = ending;
        this.xid = xid;
        this.console = console;
        this.answer = answer;
    }

    /// @param afterLook told after each look at the console
    Verdict until(Duration patience, Consumer<Follow> afterLook) throws InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            pause();
            look();
            afterLook.accept(this);
            Verdict verdict = Verdict.of(ending, evidence);
            if (verdict != Verdict.OPEN || System.nanoTime() - begin > patience.toNanos()) {
                return verdict;
            }
        }
    }

    /// How the console last listed the transaction, if it ever did since the request was sent.
    Optional<GlobalTransaction> lastListed() {
        return lastListed;
    }

    boolean isListed() {
        return evidence.look() instanceof Look.Listed;
    }

    boolean isAnswerLost() {
        return evidence.lost();
    }

    /// What the coordinator added to its answer, in its own words.
    String coordinatorsWords() {
        return answer.state() == Future.State.SUCCESS ? answer.resultNow().message() : "";
    }

    /// Where the coordinator's answer says the transaction is.
    Optional<Course> answered() {
        return evidence.answer();
    }

    /// Until the answer comes, or for a while.
    private void pause() throws InterruptedException {
        if (answer.isDone()) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            return;
        }
        try {
            var _ = answer.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // That there is none, or none yet, is part of the evidence.
        }
    }

    /// The answer first: what the console shows is then at least as new.
    private void look() throws InterruptedException {
        boolean done = answer.isDone();
        Optional<Course> answered =
                answer.state() == Future.State.SUCCESS
                        ? Optional.of(Course.of(answer.resultNow().status()))
                        : Optional.empty();
        Look look = lookAtConsole();
        boolean underWay =
                evidence.seenUnderWay()
                        || (look instanceof Look.Listed listed
                                && listed.course() == Course.under(ending));
        evidence = new Evidence(answered, done && answered.isEmpty(), look, underWay);
    }

    private Look lookAtConsole() throws InterruptedException {
        try {
            Optional<GlobalTransaction> found = console.findWithoutLocks(xid);
            if (found.isEmpty()) {
                return new Look.NotListed();
            }
            lastListed = found;
            return new Look.Listed(found.get());
        } catch (ConnectorException e) {
            return new Look.Unreadable();
        }
    }
}
