package dev.signalbox.app.deadletters;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Latest;
import dev.signalbox.core.deadletter.CauseGroups;
import dev.signalbox.core.deadletter.LetterFilter;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Finds out which letters of a place are meant and what they died of. On the FX thread; the work is not.
///
/// What is held in memory anyway is not read again: to look into a queue is not free on every broker.
final class LetterSurvey {
    private final LetterReader reader;
    private final Background background;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private Background.Running running = () -> {};
    private long turn;

    LetterSurvey(LetterReader reader, Background background) {
        this.reader = reader;
        this.background = background;
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /// Forgets what was found.
    void clear() {
        cancel();
        found.set(Found.NOTHING);
    }

    /// Stops. What was found so far stays, and is said to be no more than that.
    void cancel() {
        turn++;
        running.cancel();
        if (found.get().running()) {
            found.set(found.get().ended(Optional.empty()));
        }
    }

    /// Of letters that are at hand.
    ///
    /// @param replayedToo whether those that were replayed count
    void of(List<Letter> letters, LetterFilter filter, boolean replayedToo) {
        turn++;
        running.cancel();
        running =
                background.run(
                        "causes",
                        () -> group(letters, filter, replayedToo),
                        found::set,
                        problem -> found.set(found.get().ended(Optional.of(problem))));
    }

    /// Of all letters there are in the place.
    ///
    /// @param replayedToo whether those that were replayed count
    void of(LetterPlace place, LetterFilter filter, boolean replayedToo) {
        running.cancel();
        long mine = ++turn;
        found.set(Found.begun());
        Latest<Found> latest =
                new Latest<>(
                        background.fx(),
                        partial -> {
                            if (mine == turn && found.get().running()) {
                                found.set(partial);
                            }
                        });
        running =
                background.run(
                        "survey",
                        () -> reader.survey(place, filter, replayedToo, latest::offer),
                        found::set,
                        problem -> found.set(found.get().ended(Optional.of(problem))));
    }

    private static Found group(List<Letter> letters, LetterFilter filter, boolean replayedToo) {
        CauseGroups causes = new CauseGroups();
        List<Letter> meant =
                letters.stream().filter(letter -> filter.test(letter.letter())).toList();
        meant.stream()
                .filter(letter -> replayedToo || !letter.wasReplayed())
                .forEach(letter -> causes.add(letter.letter()));
        long replayed = meant.stream().filter(Letter::wasReplayed).count();
        return new Found(
                causes.summary(), meant, letters.size(), replayed, false, Optional.empty());
    }
}
