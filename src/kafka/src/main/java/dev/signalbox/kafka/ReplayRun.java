package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Landing;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.kafka.LetterFeed.Fed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One replay: letters flow into a transaction, batch by batch, each noted before; the transaction is committed about
/// once a second, and what it held is noted as sent.
///
/// A crash between any two of these leaves what was noted in doubt and nothing else: the progress that was committed
/// with the transaction tells later what became of it (see [Settlement]). The letters of a transaction that was aborted
/// are read again, so that none has to be kept until its transaction is over.
final class ReplayRun {
    /// After so long without an answer, it is time to look why.
    private static final Duration LONG = Duration.ofSeconds(2);

    /// Nobody is kept waiting behind an open transaction because letters come slowly.
    private static final Duration SOON = Duration.ofMillis(250);

    private final Cluster cluster;
    private final Rivals rivals;
    private final Execution execution;
    private final long total;
    private final ReplayTally tally = new ReplayTally();

    /// Past the last letter that is done with, by partition.
    private final Map<Integer, Long> done = new HashMap<>();

    private OpenTransaction open = new OpenTransaction();

    /// The last batch of it, on its way while the next one is noted.
    private @Nullable Undisturbed<Optional<Fate.Aborted>> adding;

    /// Letters that were admitted, in a transaction that was aborted since.
    private long admitted;

    /// None while it gets on.
    private @Nullable Patience patience;

    /// Reads letters from their start, as often as it takes.
    interface Source {
        /// @param before copies of letters that come before these
        LetterFeed open(List<Range> letters, long before) throws ConnectorException;
    }

    ReplayRun(Cluster cluster, Rivals rivals, Execution execution, long total) {
        this.cluster = cluster;
        this.rivals = rivals;
        this.execution = execution;
        this.total = total;
    }

    boolean inDoubt() {
        return tally.inDoubt();
    }

    /// @throws ConnectorException when nothing was sent, and why
    Outcome outcome() throws ConnectorException {
        return tally.outcome();
    }

    void run(List<Range> letters, Source source, TransactionalSender sender) {
        try {
            boolean more = true;
            while (more) {
                try (LetterFeed feed = source.open(rest(letters), tally.sent())) {
                    more = !sentAll(feed, sender);
                }
            }
        } catch (InterruptedException e) {
            tally.cancelled();
        } catch (ConnectorException e) {
            tally.failed(e.problem());
        }
        try {
            commit(sender);
        } catch (InterruptedException e) {
            tally.cancelled();
        } catch (ConnectorException e) {
            tally.failed(e.problem());
        }
    }

    /// What is not done with.
    private List<Range> rest(List<Range> letters) {
        List<Range> rest = new ArrayList<>();
        for (Range range : letters) {
            long from = Math.max(range.from(), done.getOrDefault(range.partition(), 0L));
            if (from < range.to()) {
                rest.add(new Range(range.partition(), from, range.to()));
            }
        }
        return rest;
    }

    /// Whether the replay is over; if not, what is not done with is to be read again.
    private boolean sentAll(LetterFeed feed, TransactionalSender sender)
            throws ConnectorException, InterruptedException {
        boolean going = true;
        while (going) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Optional<Fed> next = feed.next(open.isEmpty() ? LONG : SOON);
            if (next.isEmpty()) {
                tellWhy();
                going = commit(sender);
                continue;
            }
            switch (next.get()) {
                case Fed.Batch(PreparedBatch batch) -> going = send(batch, sender);
                case Fed.End(Optional<Problem> why) -> {
                    going = commit(sender);
                    if (going) {
                        why.ifPresent(tally::failed);
                        return true;
                    }
                }
            }
        }
        return tally.isOver();
    }

    /// It takes long: says so, where something is wrong.
    private void tellWhy() throws InterruptedException {
        cluster.link().trouble().ifPresent(execution::waiting);
    }

    /// Whether it gets on; if not, its transaction came to nothing.
    private boolean send(PreparedBatch batch, TransactionalSender sender)
            throws ConnectorException, InterruptedException {
        if (batch.records().isEmpty()) {
            open.add(batch);
            return true;
        }
        if (!admit(batch.records().size(), sender)) {
            return false;
        }
        Undisturbed.run(
                () -> {
                    execution.sending(batch.letters());
                    return true;
                });
        open.add(batch);
        Optional<Fate.Aborted> refused = added();
        if (refused.isPresent()) {
            return ended(refused.get(), sender);
        }
        adding = Undisturbed.start(() -> sender.add(batch.records()));
        return !open.isFull(cluster.batch().perTransaction()) || commit(sender);
    }

    /// What came of adding the last batch: that all is over, if anything.
    private Optional<Fate.Aborted> added() throws ConnectorException {
        Undisturbed<Optional<Fate.Aborted>> last = adding;
        adding = null;
        return last == null ? Optional.empty() : last.await(LONG, this::tellWhy);
    }

    /// Waits until so many copies may be sent, with nothing open on the broker.
    private boolean admit(int copies, TransactionalSender sender)
            throws ConnectorException, InterruptedException {
        int more = (int) Math.max(0, copies - admitted);
        if (more > 0 && (open.isEmpty() || !execution.admit(more, Duration.ZERO))) {
            if (!commit(sender)) {
                return false;
            }
            while (!execution.admit(more, LONG)) {
                rivals.stayAlive();
            }
        }
        admitted = Math.max(0, admitted - copies);
        return true;
    }

    /// Ends what is open.
    private boolean commit(TransactionalSender sender)
            throws ConnectorException, InterruptedException {
        OpenTransaction ending = open;
        if (ending.isEmpty()) {
            open = new OpenTransaction();
            doneWith(ending);
            return true;
        }
        Optional<Fate.Aborted> refused = added();
        Fate fate =
                refused.isPresent()
                        ? refused.get()
                        : Undisturbed.run(() -> sender.commit(ending.place()), LONG, this::tellWhy);
        return ended(fate, sender);
    }

    private boolean ended(Fate fate, TransactionalSender sender)
            throws ConnectorException, InterruptedException {
        OpenTransaction ended = open;
        open = new OpenTransaction();
        Fate last = fate;
        while (last instanceof Fate.InDoubt(Problem problem)) {
            tally.doubtful(ended.letters());
            if (!mayTryAgain(last)) {
                tally.failed(problem);
                return false;
            }
            last =
                    Undisturbed.run(
                            () -> sender.findOut(problem, ended.place()), LONG, this::tellWhy);
        }
        if (last instanceof Fate.Aborted(Problem problem)) {
            noteAborted(ended);
            if (!mayTryAgain(last)) {
                tally.failed(problem);
            }
            return false;
        }
        noteCommitted(ended, sender.landings());
        return true;
    }

    private void noteCommitted(OpenTransaction ended, List<Landing> landings)
            throws ConnectorException {
        // Until the note is on the disk, the ledger cannot know.
        tally.doubtful(ended.letters());
        tally.sent(ended.sentTo());
        Undisturbed.run(
                () -> {
                    execution.landed(landings);
                    execution.sent(ended.letters());
                    return true;
                });
        tally.doubtful(List.of());
        patience = null;
        doneWith(ended);
        execution.progress(tally.sent(), total);
    }

    private void noteAborted(OpenTransaction ended) throws ConnectorException {
        Undisturbed.run(
                () -> {
                    execution.notSent(ended.letters());
                    return true;
                });
        tally.doubtful(List.of());
        admitted += ended.copies();
    }

    private void doneWith(OpenTransaction ended) {
        ended.place().forEach((partition, past) -> done.put(partition.partition(), past));
        tally.leftOut(ended.leftOut());
    }

    /// Rests a moment, and until nobody else is found at work on the same letters.
    private boolean mayTryAgain(Fate fate) throws ConnectorException, InterruptedException {
        if (!fate.isTransient() || tally.isOver()) {
            return false;
        }
        fate.why().ifPresent(execution::waiting);
        Patience left = patience == null ? new Patience() : patience;
        patience = left;
        while (left.rest()) {
            try {
                rivals.check();
                return true;
            } catch (ConnectorException e) {
                if (!e.problem().kind().isTransient()) {
                    throw e;
                }
                execution.waiting(e.problem());
                tellWhy();
            }
        }
        return false;
    }
}
