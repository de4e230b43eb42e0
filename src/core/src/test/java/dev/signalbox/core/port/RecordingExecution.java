package dev.signalbox.core.port;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Keeps what a connector hands over, and does mischief where it is told to.
public final class RecordingExecution implements Execution {
    private final UUID actionId = UUID.randomUUID();
    private final List<Message> backedUp = new ArrayList<>();
    private final List<Range> sending = new ArrayList<>();
    private final List<Range> sent = new ArrayList<>();
    private final List<Range> notSent = new ArrayList<>();
    private Mischief onBackUp = () -> {};
    private Mischief onSending = () -> {};
    private Mischief onSent = () -> {};
    private Admits admits = (_, _) -> true;
    private int largestBatch = Integer.MAX_VALUE;
    private final List<Integer> admitted = new ArrayList<>();
    private final List<Landing> landings = new ArrayList<>();
    private long done;

    /// Says whether a batch may be sent now.
    public interface Admits {
        /// @param asked how often this was asked before
        boolean may(int letters, int asked) throws ConnectorException, InterruptedException;
    }

    private int asked;

    /// Something that happens at the worst moment.
    public interface Mischief {
        void happen() throws ConnectorException;
    }

    /// Interrupts whoever made it.
    public static Mischief interrupt() {
        Thread worker = Thread.currentThread();
        return worker::interrupt;
    }

    /// Lets `calls` calls pass and refuses the next.
    public static Mischief refuseAfter(int calls) {
        int[] left = {calls};
        return () -> {
            if (left[0]-- == 0) {
                throw new ConnectorException(
                        new Problem(ProblemKind.CONFLICT, "refused by the test", ""));
            }
        };
    }

    public RecordingExecution onBackUp(Mischief mischief) {
        onBackUp = mischief;
        return this;
    }

    public RecordingExecution onSending(Mischief mischief) {
        onSending = mischief;
        return this;
    }

    public RecordingExecution onSent(Mischief mischief) {
        onSent = mischief;
        return this;
    }

    /// @param most letters in a batch
    public RecordingExecution admits(int most, Admits whether) {
        largestBatch = most;
        admits = whether;
        return this;
    }

    @Override
    public int largestBatch(long before) {
        return largestBatch;
    }

    @Override
    public boolean admit(int letters, Duration atMost)
            throws ConnectorException, InterruptedException {
        boolean may = admits.may(letters, asked);
        synchronized (this) {
            asked++;
            if (may) {
                admitted.add(letters);
            }
        }
        return may;
    }

    @Override
    public synchronized void landed(List<Landing> more) {
        landings.addAll(more);
    }

    /// How many letters were in each batch that was let on.
    public synchronized List<Integer> admitted() {
        return List.copyOf(admitted);
    }

    public synchronized List<Landing> landings() {
        return List.copyOf(landings);
    }

    @Override
    public UUID actionId() {
        return actionId;
    }

    @Override
    public synchronized void progress(long newlyDone, long total) {
        if (newlyDone < done || newlyDone > total) {
            throw new IllegalStateException("from " + done + " to " + newlyDone + " of " + total);
        }
        done = newlyDone;
    }

    @Override
    public synchronized void backUp(List<Message> messages) throws ConnectorException {
        onBackUp.happen();
        backedUp.addAll(messages);
    }

    @Override
    public synchronized void sending(List<Range> letters) throws ConnectorException {
        onSending.happen();
        sending.addAll(letters);
    }

    @Override
    public synchronized void sent(List<Range> letters) throws ConnectorException {
        onSent.happen();
        sent.addAll(letters);
    }

    @Override
    public synchronized void notSent(List<Range> letters) {
        notSent.addAll(letters);
    }

    public synchronized List<Message> backedUp() {
        return List.copyOf(backedUp);
    }

    public synchronized List<Range> sent() {
        return LetterRanges.joined(sent);
    }

    /// Noted as being sent, and never what became of them.
    public synchronized List<Range> inDoubt() {
        List<Range> known = new ArrayList<>(sent);
        known.addAll(notSent);
        return LetterRanges.without(sending, known);
    }
}
