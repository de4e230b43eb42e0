package dev.signalbox.app.deadletters;

import dev.signalbox.app.action.Run;
import dev.signalbox.app.action.Runs;
import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.deadletter.CauseState;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// The places where dead letters lie, and the letters of the one that is open. On the FX thread.
public final class DeadLettersViewModel {
    private final Live live;
    private final LetterReader reader;
    private final Background background;
    private final Actions actions;
    private final ObservableValue<List<LetterPlace>> places;
    private final ReadOnlyObjectWrapper<Optional<LetterPlace>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LetterPage> page =
            new ReadOnlyObjectWrapper<>(LetterPage.NOTHING);
    private final ReadOnlyObjectWrapper<Boolean> reading = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper freezing = new ReadOnlyBooleanWrapper(false);
    private final Narrowing narrowing;
    private final CauseMarks marks;
    private Background.Running running = () -> {};

    /// What the page shows, so that it is read again only when that changed.
    private List<Partition> readAs = List.of();

    private boolean readAgainAfter;
    private Set<UUID> replaysSeen = Set.of();
    private final Subscription following;

    /// @param fx executes on the FX thread
    public DeadLettersViewModel(
            Live live,
            LetterReader reader,
            CauseMarks marks,
            Background background,
            Executor fx,
            Actions actions,
            Runs runs) {
        this.live = live;
        this.reader = reader;
        this.background = background;
        this.actions = actions;
        this.marks = marks;
        this.narrowing =
                new Narrowing(
                        new LetterSurvey(reader, background, fx),
                        new LetterSurvey(reader, background, fx));
        this.places = live.shown().map(LetterPlace::of);
        following = runs.all().subscribe(this::follow);
    }

    /// Reads nothing any more.
    void leave() {
        following.unsubscribe();
        running.cancel();
    }

    /// A replay takes nothing away from its place; only the ledger tells that it was.
    private void follow(List<Run> runs) {
        Set<UUID> ended =
                runs.stream()
                        .filter(run -> run.hasEnded() && isReplayHere(run))
                        .map(Run::id)
                        .collect(Collectors.toSet());
        if (!ended.equals(replaysSeen)) {
            replaysSeen = ended;
            narrowing.outdate();
            open.get().ifPresent(this::read);
        }
    }

    private boolean isReplayHere(Run run) {
        return run.plan().action() instanceof Action.ReplayDeadLetters replay
                && open.get()
                        .map(LetterPlace::key)
                        .equals(
                                Optional.of(
                                        new Focus(
                                                run.operation().profile().id(), replay.target())));
    }

    ObservableValue<List<LetterPlace>> places() {
        return places;
    }

    /// How many places hold letters.
    ObservableValue<Integer> filled() {
        return places.map(all -> (int) all.stream().filter(LetterPlace::holdsLetters).count());
    }

    ReadOnlyObjectProperty<Optional<LetterPlace>> open() {
        return open.getReadOnlyProperty();
    }

    /// The letters of the open place, as read last.
    ReadOnlyObjectProperty<LetterPage> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> reading() {
        return reading.getReadOnlyProperty();
    }

    /// Why the last reading failed. What was read before stays.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Which of the letters are meant.
    Narrowing narrowing() {
        return narrowing;
    }

    CauseMarks marks() {
        return marks;
    }

    /// The letters that are shown.
    List<Letter> shown() {
        return narrowing.shown();
    }

    /// The letters that are meant, for the command line.
    Optional<String> commandLine(CommandVerb verb) {
        return open.get().map(place -> CommandLine.of(verb, place, narrowing.meantBy()));
    }

    void mark(String causeId, CauseState state, String note) {
        open.get().ifPresent(place -> marks.mark(place, causeId, state, note));
    }

    /// Opens a place, or nothing; or takes its newest state in: letters are read again when some came or went.
    void show(Optional<LetterPlace> place) {
        boolean other = !place.map(LetterPlace::key).equals(open.get().map(LetterPlace::key));
        open.set(place);
        if (other) {
            running.cancel();
            reading.set(false);
            readAgainAfter = false;
            readAs = List.of();
            replaysSeen = Set.of();
            page.set(LetterPage.NOTHING);
            narrowing.clear();
            marks.forget();
            place.ifPresent(marks::read);
            problem.set(Optional.empty());
        }
        place.filter(it -> other || !it.destination().partitions().equals(readAs))
                .ifPresent(this::read);
    }

    private void read(LetterPlace place) {
        if (reading.get()) {
            readAgainAfter = true;
            return;
        }
        reading.set(true);
        List<Partition> as = place.destination().partitions();
        running =
                background.run(
                        "dead-letters",
                        () -> reader.read(place),
                        read -> {
                            readAs = as;
                            problem.set(Optional.empty());
                            page.set(read);
                            narrowing.read(place, read);
                            ended();
                        },
                        failure -> {
                            // What may pass is tried again with the next snapshot.
                            readAs = failure.kind().isTransient() ? List.of() : as;
                            problem.set(Optional.of(failure));
                            ended();
                        });
    }

    private void ended() {
        reading.set(false);
        if (readAgainAfter) {
            readAgainAfter = false;
            open.get().ifPresent(this::read);
        }
    }

    Support offers(ActionKind kind) {
        return open.get().map(place -> place.source().offers(kind)).orElseGet(Support.Offered::new);
    }

    void replay(List<Letter> letters) {
        replay(ids(letters));
    }

    void replayAll() {
        replay(new MessageSelection.All());
    }

    /// Replays what is meant: the letters that are shown, or all that the filters leave where not all are held.
    ///
    /// @param visible what is to be seen
    /// @param all whether that is all that is read
    void replayMeant(List<Letter> visible, boolean all) {
        freeze(visible, all, this::replay);
    }

    private void replay(MessageSelection selection) {
        open(
                place ->
                        new Action.ReplayDeadLetters(
                                place.destination().name(), selection, Optional.empty(), false));
    }

    /// Discards all letters of the open place; a backup is written first.
    void discardAll() {
        discard(new MessageSelection.All());
    }

    /// Discards what is meant, as [#replayMeant] means it.
    void discardMeant(List<Letter> visible, boolean all) {
        freeze(visible, all, this::discard);
    }

    private void discard(MessageSelection selection) {
        open(place -> new Action.PurgeDestination(place.destination().name(), selection));
    }

    private void open(Function<LetterPlace, Action> action) {
        open.get()
                .ifPresent(place -> actions.open(place.source().profileId(), action.apply(place)));
    }

    /// The exact letters, found before the plan is made: what arrives later is not meant.
    private void freeze(List<Letter> visible, boolean all, Consumer<MessageSelection> then) {
        if (page.get().all() || !all || open.get().isEmpty()) {
            then.accept(ids(visible));
            return;
        }
        LetterPlace place = open.get().get();
        freezing.set(true);
        background.run(
                "freeze",
                () -> reader.freeze(place, narrowing.meantBy()),
                letters -> {
                    freezing.set(false);
                    if (open.get().map(LetterPlace::key).equals(Optional.of(place.key()))) {
                        then.accept(letters);
                    }
                },
                failure -> {
                    freezing.set(false);
                    problem.set(Optional.of(failure));
                });
    }

    /// Whether the letters that are meant are being looked for.
    ReadOnlyBooleanProperty freezing() {
        return freezing.getReadOnlyProperty();
    }

    private static MessageSelection ids(List<Letter> letters) {
        return new MessageSelection.Ids(letters.stream().map(Letter::id).toList());
    }

    /// Where a transaction can be looked at: on any open connection that knows it.
    Optional<Focus> find(String xid) {
        return live.all().get().stream()
                .filter(
                        state ->
                                state.snapshot().stream()
                                        .flatMap(known -> known.transactions().stream())
                                        .map(GlobalTransaction::xid)
                                        .anyMatch(xid::equals))
                .findFirst()
                .map(state -> new Focus(state.profile().id(), xid));
    }

    /// Where the letter came from, as a place that can be looked at.
    Optional<Focus> originOf(Letter letter) {
        return open.get()
                .flatMap(
                        place ->
                                letter.letter()
                                        .originDestination()
                                        .map(name -> new Focus(place.source().profileId(), name)));
    }
}
