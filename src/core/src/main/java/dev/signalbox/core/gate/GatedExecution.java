package dev.signalbox.core.gate;

import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Landing;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Binds one execution to its backup, the ledger and whoever shows the progress.
final class GatedExecution implements Execution {
    private final Plan plan;
    private final @Nullable BackupWriter backup;
    private final ReplayLedger ledger;
    private final Clock clock;
    private final Admission admission;
    private final Canary canary;
    private final Follower follower;
    private final ProgressListener listener;
    private long admitted;

    /// Told how far the work is, on the thread that does it.
    interface ProgressListener {
        void progress(long done, long total);

        void waiting(Problem why);

        /// It stands still because it is paused.
        void paused();

        /// It gets on after a pause.
        void resumed();
    }

    /// What holds a replay back, and what follows its letters.
    record Care(Admission admission, Canary canary, Follower follower) {}

    GatedExecution(
            Plan plan,
            @Nullable BackupWriter backup,
            ReplayLedger ledger,
            Clock clock,
            Care care,
            ProgressListener listener) {
        this.plan = plan;
        this.backup = backup;
        this.ledger = ledger;
        this.clock = clock;
        this.admission = care.admission();
        this.canary = care.canary();
        this.follower = care.follower();
        this.listener = listener;
    }

    @Override
    public UUID actionId() {
        return plan.id();
    }

    @Override
    public void progress(long done, long total) {
        listener.progress(done, total);
    }

    @Override
    public void waiting(Problem why) {
        listener.waiting(why);
    }

    @Override
    public void backUp(List<Message> messages) throws ConnectorException {
        if (backup == null) {
            throw new IllegalStateException("a plan that announced no backup: " + plan.action());
        }
        backup.write(messages);
    }

    @Override
    public int largestBatch(long before) {
        return Math.min(admission.largestBatch(), canary.largestBatch(before));
    }

    @Override
    public boolean admit(int letters, Duration atMost)
            throws ConnectorException, InterruptedException {
        // Who asks without waiting may have batches under way, and asks again when they are done.
        if (!canary.admit(admitted, follower.sent(), !atMost.isZero())) {
            admission.rest(
                    atMost.compareTo(Canary.BETWEEN_LOOKS) < 0 ? atMost : Canary.BETWEEN_LOOKS);
            return false;
        }
        boolean may = admission.admit(letters, atMost, listener::paused);
        if (may) {
            admitted += letters;
        }
        if (may || !admission.isPaused()) {
            listener.resumed();
        }
        return may;
    }

    @Override
    public void landed(List<Landing> landings) {
        follower.landed(landings);
    }

    @Override
    public void sending(List<Range> letters) throws ConnectorException {
        ReplayDeadLetters replay = replay();
        ledger.sending(
                plan.clusterId(),
                replay.target(),
                letters,
                plan.id(),
                clock.instant(),
                replay.again());
    }

    @Override
    public void sent(List<Range> letters) throws ConnectorException {
        follower.sent(LetterRanges.count(letters));
        ledger.sent(plan.clusterId(), replay().target(), letters, plan.id());
    }

    @Override
    public void notSent(List<Range> letters) throws ConnectorException {
        ledger.notSent(plan.clusterId(), replay().target(), letters, plan.id());
    }

    private ReplayDeadLetters replay() {
        if (plan.action() instanceof ReplayDeadLetters replay) {
            return replay;
        }
        throw new IllegalStateException("not a replay: " + plan.action());
    }
}
