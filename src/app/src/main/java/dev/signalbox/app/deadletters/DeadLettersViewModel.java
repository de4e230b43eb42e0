package dev.signalbox.app.deadletters;

import dev.signalbox.app.action.Run;
import dev.signalbox.app.action.Runs;
import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.messages.Imports;
import dev.signalbox.app.messages.Transfer;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.deadletter.CauseState;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// The places where dead letters lie, and the letters of the one that is open. On the FX thread.
public final class DeadLettersViewModel {
    private final Live live;
    private final LetterReader reader;
    private final Background background;
    private final LetterActions actions;
    private final Transfer transfer;
    private final ObservableValue<List<LetterPlace>> places;
    private final ReadOnlyObjectWrapper<Optional<LetterPlace>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LetterPage> page =
            new ReadOnlyObjectWrapper<>(LetterPage.NOTHING);
    private final ReadOnlyObjectWrapper<Boolean> reading = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Narrowing narrowing;
    private final CauseMarks marks;
    private Background.Running running = () -> {};

    /// What the page shows, so that it is read again only when that changed.
    private List<Partition> readAs = List.of();

    private boolean readAgainAfter;
    private Set<UUID> replaysSeen = Set.of();
    private final Subscription following;

    public DeadLettersViewModel(
            Live live,
            LetterReader reader,
            CauseMarks marks,
            Background background,
            Actions actions,
            Imports imports,
            Runs runs) {
        this.live = live;
        this.reader = reader;
        this.background = background;
        this.marks = marks;
        this.narrowing =
                new Narrowing(
                        new LetterSurvey(reader, background), new LetterSurvey(reader, background));
        this.actions =
                new LetterActions(
                        new LetterActions.Here(open, page, narrowing),
                        reader,
                        background,
                        actions,
                        failure -> problem.set(Optional.of(failure)));
        this.transfer = new Transfer(imports, background, actions);
        this.places = live.shown().map(LetterPlace::of);
        following = runs.all().subscribe(this::follow);
    }

    /// Reads nothing any more.
    void leave() {
        following.unsubscribe();
        transfer.cancel();
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

    /// What can be done with the letters.
    LetterActions actions() {
        return actions;
    }

    /// Letters into a file and out of one.
    Transfer transfer() {
        return transfer;
    }

    void write(LetterPlace place, Exported which, LetterFile into) {
        transfer.write(into.path(), read -> into.write(reader, place, which, read));
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
