package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Work;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/// What can be done with the letters of the open place. Each opens a review; nothing is changed from here. On the FX thread.
final class LetterActions {
    private final Here here;
    private final LetterReader reader;
    private final Background background;
    private final Actions actions;
    private final Consumer<Problem> failed;
    private final ReadOnlyBooleanWrapper freezing = new ReadOnlyBooleanWrapper(false);

    /// The letters it is about.
    record Here(
            ObservableValue<Optional<LetterPlace>> open,
            ObservableValue<LetterPage> page,
            Narrowing narrowing) {}

    LetterActions(
            Here here,
            LetterReader reader,
            Background background,
            Actions actions,
            Consumer<Problem> failed) {
        this.here = here;
        this.reader = reader;
        this.background = background;
        this.actions = actions;
        this.failed = failed;
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

    /// Discards the letters at the start of the topic that have all been replayed.
    void discardReplayed() {
        here.open()
                .getValue()
                .ifPresent(
                        place ->
                                find(
                                        place,
                                        () -> reader.replayedPrefix(place),
                                        ranges -> {
                                            if (ranges.isEmpty()) {
                                                failed.accept(noneReplayed(place));
                                            } else {
                                                discard(new MessageSelection.Ranges(ranges));
                                            }
                                        }));
    }

    private static Problem noneReplayed(LetterPlace place) {
        return new Problem(
                ProblemKind.NOT_FOUND,
                text("letters.discard-replayed.none", place.destination().name()),
                text("letters.discard-replayed.none.remedy"));
    }

    private void discard(MessageSelection selection) {
        open(place -> new Action.PurgeDestination(place.destination().name(), selection));
    }

    private void open(Function<LetterPlace, Action> action) {
        here.open()
                .getValue()
                .ifPresent(place -> actions.open(place.source().profileId(), action.apply(place)));
    }

    /// The exact letters, found before the plan is made: what arrives later is not meant.
    private void freeze(List<Letter> visible, boolean all, Consumer<MessageSelection> then) {
        Optional<LetterPlace> open = here.open().getValue();
        if (here.page().getValue().all() || !all || open.isEmpty()) {
            then.accept(ids(visible));
            return;
        }
        find(open.get(), () -> reader.freeze(open.get(), here.narrowing().meantBy()), then);
    }

    /// Looks for letters in the background; what is found is of no use once another place is open.
    private <T> void find(LetterPlace place, Work<T> work, Consumer<T> then) {
        freezing.set(true);
        background.run(
                "freeze",
                work,
                letters -> {
                    freezing.set(false);
                    if (here.open()
                            .getValue()
                            .map(LetterPlace::key)
                            .equals(Optional.of(place.key()))) {
                        then.accept(letters);
                    }
                },
                failure -> {
                    freezing.set(false);
                    failed.accept(failure);
                });
    }

    /// Whether the letters that are meant are being looked for.
    ReadOnlyBooleanProperty freezing() {
        return freezing.getReadOnlyProperty();
    }

    private static MessageSelection ids(List<Letter> letters) {
        return new MessageSelection.Ids(letters.stream().map(Letter::id).toList());
    }
}
