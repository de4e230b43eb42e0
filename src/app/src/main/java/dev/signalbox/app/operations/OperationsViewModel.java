package dev.signalbox.app.operations;

import dev.signalbox.app.action.Run;
import dev.signalbox.app.action.Runs;
import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.Operation.Status;
import dev.signalbox.core.gate.UnfinishedReplay;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What this session started, what the audit remembers, and the backups. On the FX thread.
public final class OperationsViewModel {
    private static final int HISTORY = 1_000;

    private final Live live;
    private final Runs runs;
    private final AuditLog audit;
    private final BackupStore store;
    private final Background background;
    private final Actions actions;
    private final ReadOnlyObjectWrapper<Loaded<List<HistoryItem>>> history =
            new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());
    private final ReadOnlyObjectWrapper<Loaded<List<Backup>>> backups =
            new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());
    private final ReadOnlyObjectWrapper<List<UnfinishedReplay>> unfinished =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ActionService gate;
    private final ReadOnlyObjectWrapper<Integer> resumableCount = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<Integer> unseen = new ReadOnlyObjectWrapper<>(0);
    private final Set<UUID> seen = new HashSet<>();
    private final Subscription following;

    /// Where the records of what was done are kept.
    public record Records(AuditLog audit, BackupStore backups, ActionService gate) {}

    public OperationsViewModel(
            Live live, Runs runs, Records records, Background background, Actions actions) {
        this.live = live;
        this.runs = runs;
        this.audit = records.audit();
        this.store = records.backups();
        this.gate = records.gate();
        this.background = background;
        this.actions = actions;
        following =
                Subscription.combine(
                        runs.all().subscribe(_ -> count()),
                        live.all().subscribe(_ -> count()),
                        unfinished.subscribe(_ -> count()));
        readUnfinished();
    }

    /// Follows the runs no longer.
    void leave() {
        following.unsubscribe();
    }

    /// Replays of consoles before this one that can be resumed on a connection that is open now.
    List<UnfinishedReplay> resumable() {
        return unfinished.get().stream()
                .filter(replay -> runs.find(replay.id()).isEmpty())
                .filter(replay -> leadsTo(replay.plan().profile(), replay.plan().clusterId()))
                .toList();
    }

    private boolean leadsTo(String profileId, String clusterId) {
        return live.state(profileId)
                .flatMap(ConnectionState::snapshot)
                .filter(snapshot -> snapshot.server().clusterId().equals(clusterId))
                .isPresent();
    }

    /// How many those are.
    ObservableValue<Integer> resumableCount() {
        return resumableCount.getReadOnlyProperty();
    }

    void resume(UnfinishedReplay replay) {
        actions.open(replay.plan().profile(), replay.plan().action());
    }

    void forget(UnfinishedReplay replay) {
        background.run(
                "forget",
                () -> {
                    gate.forget(replay.id());
                    return replay.id();
                },
                _ -> readUnfinished(),
                _ -> readUnfinished());
    }

    /// Plans what a replay of this session left, and opens that for a review.
    void retry(Run run) {
        actions.open(run.operation().profile().id(), run.plan().action());
    }

    /// Whether some of its letters were not sent. Letters that were to be sent again cannot be told from those that were
    /// sent a second time.
    static boolean canRetry(Run run) {
        return run.hasEnded()
                && run.plan().action() instanceof Action.ReplayDeadLetters replay
                && !replay.again()
                && run.state().done() < run.plan().effect().count();
    }

    private void readUnfinished() {
        background.run(
                "unfinished", gate::unfinished, unfinished::set, _ -> unfinished.set(List.of()));
    }

    /// Newest first.
    ReadOnlyObjectProperty<List<Run>> runs() {
        return runs.all();
    }

    /// Newest first.
    ReadOnlyObjectProperty<Loaded<List<HistoryItem>>> history() {
        return history.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Loaded<List<Backup>>> backups() {
        return backups.getReadOnlyProperty();
    }

    /// How many went wrong and have not been looked at.
    ObservableValue<Integer> unseen() {
        return unseen.getReadOnlyProperty();
    }

    /// Whatever went wrong so far has been looked at.
    void look() {
        wrong().forEach(run -> seen.add(run.id()));
        count();
    }

    private void count() {
        int open = resumable().size();
        resumableCount.set(open);
        unseen.set(open + (int) wrong().stream().filter(run -> !seen.contains(run.id())).count());
    }

    private List<Run> wrong() {
        return runs.all().get().stream()
                .filter(
                        run ->
                                run.state().status() == Status.FAILED
                                        || run.state().status() == Status.PARTIAL)
                .toList();
    }

    /// How many have begun and how many have ended: when that changes, the disk holds something new.
    List<Long> progress() {
        return List.of(
                (long) runs.all().get().size(),
                runs.all().get().stream().filter(Run::hasEnded).count());
    }

    /// Reads audit and backups from the disk.
    void read() {
        Set<UUID> running =
                runs.all().get().stream()
                        .filter(run -> !run.hasEnded())
                        .map(Run::id)
                        .collect(Collectors.toSet());
        background.run(
                "audit",
                () -> HistoryItem.of(audit.newest(HISTORY), running),
                items -> history.set(new Loaded.Ready<>(items)),
                problem -> history.set(new Loaded.Failed<>(problem)));
        readUnfinished();
        background.run(
                "backups",
                store::list,
                items -> backups.set(new Loaded.Ready<>(items)),
                problem -> backups.set(new Loaded.Failed<>(problem)));
    }

    /// Backups with the connections that are open now.
    List<BackupItem> withConnections(List<Backup> known) {
        return known.stream().map(backup -> BackupItem.of(backup, live.all().get())).toList();
    }

    void restore(BackupItem item) {
        item.source()
                .ifPresent(
                        source ->
                                actions.open(
                                        source.profileId(),
                                        new Action.RestoreBackup(item.backup())));
    }

    /// What takes a run back, where something does.
    static Optional<Action> undo(Run run) {
        return run.state().outcome().flatMap(Outcome::undo);
    }

    void undo(Run run, Action undo) {
        actions.open(run.operation().profile().id(), undo);
    }

    /// The name of a connection, while it is open.
    String connection(String profileId) {
        return live.state(profileId).map(state -> state.profile().name()).orElse(profileId);
    }
}
