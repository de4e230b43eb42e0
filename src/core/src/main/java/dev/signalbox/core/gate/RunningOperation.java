package dev.signalbox.core.gate;

import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An operation and the thread that carries it out.
final class RunningOperation implements Operation, GatedExecution.ProgressListener {
    private final Profile profile;
    private final Plan plan;
    private final Caution caution;
    private final Admission admission;
    private final Instant startedAt;
    private final Consumer<Operation> listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile State state;
    private volatile @Nullable Thread worker;
    private volatile @Nullable Follower follower;
    private volatile @Nullable Aftermath aftermath;

    RunningOperation(
            Profile profile,
            Plan plan,
            Caution caution,
            Instant startedAt,
            Consumer<Operation> listener) {
        this.profile = profile;
        this.plan = plan;
        this.caution = caution;
        this.admission = new Admission(caution, System::nanoTime);
        this.startedAt = startedAt;
        this.listener = listener;
        this.state =
                new State(
                        caution.notBefore().isPresent() ? Status.SCHEDULED : Status.RUNNING,
                        0,
                        plan.effect().count(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    void startOn(Thread thread) {
        worker = thread;
        listener.accept(this);
        thread.start();
    }

    /// Its time has come.
    void begins() {
        running(0, state.total(), Optional.empty());
    }

    @Override
    public void progress(long done, long total) {
        running(done, total, Optional.empty());
    }

    @Override
    public void waiting(Problem why) {
        running(state.done(), state.total(), Optional.of(why));
    }

    @Override
    public void paused() {
        if (state.status() == Status.RUNNING) {
            set(Status.PAUSED, state.done(), state.total(), Optional.empty());
        }
    }

    @Override
    public void resumed() {
        if (state.status() == Status.PAUSED) {
            running(state.done(), state.total(), Optional.empty());
        }
    }

    private void running(long done, long total, Optional<Problem> waitingFor) {
        set(Status.RUNNING, done, total, waitingFor);
    }

    private void set(Status status, long done, long total, Optional<Problem> waitingFor) {
        state = new State(status, done, total, Optional.empty(), waitingFor, Optional.empty());
        listener.accept(this);
    }

    static State stateOf(Outcome outcome, long total, Instant at) {
        Status status =
                switch (outcome.result()) {
                    case SUCCEEDED -> Status.SUCCEEDED;
                    case PARTIAL -> Status.PARTIAL;
                    case FAILED -> Status.FAILED;
                    case CANCELLED -> Status.CANCELLED;
                };
        return new State(
                status,
                outcome.done(),
                total,
                Optional.of(outcome),
                Optional.empty(),
                Optional.of(at));
    }

    /// Called once, last.
    void end(State last) {
        state = last;
        worker = null;
        ended.countDown();
        listener.accept(this);
    }

    @Override
    public UUID id() {
        return plan.id();
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public State state() {
        return state;
    }

    void followedBy(Follower newFollower) {
        follower = newFollower;
    }

    /// Empty before it runs.
    Optional<Follower> follower() {
        return Optional.ofNullable(follower);
    }

    void seen(Aftermath newest) {
        aftermath = newest;
        listener.accept(this);
    }

    @Override
    public Optional<Aftermath> aftermath() {
        if (!(plan.action() instanceof ReplayDeadLetters)) {
            return Optional.empty();
        }
        Aftermath newest = aftermath;
        return Optional.of(
                newest == null
                        ? Aftermath.notYet(follower().map(Follower::sent).orElse(0L))
                        : newest);
    }

    Admission admission() {
        return admission;
    }

    @Override
    public Caution caution() {
        return caution;
    }

    @Override
    public boolean canPause() {
        return plan.action() instanceof ReplayDeadLetters && !state.status().hasEnded();
    }

    @Override
    public boolean isPausing() {
        return canPause() && admission.isPaused();
    }

    @Override
    public void pause() {
        if (canPause()) {
            admission.pause(true);
            listener.accept(this);
        }
    }

    @Override
    public void resume() {
        admission.pause(false);
        listener.accept(this);
    }

    @Override
    public void cancel() {
        Thread running = worker;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public State await() throws InterruptedException {
        ended.await();
        return state;
    }

    static State failed(Problem problem, long done, long total, Instant at) {
        return new State(
                Status.FAILED,
                done,
                total,
                Optional.empty(),
                Optional.of(problem),
                Optional.of(at));
    }
}
