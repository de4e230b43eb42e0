package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.LetterCondition;
import dev.signalbox.core.deadletter.LetterCondition.Field;
import dev.signalbox.core.deadletter.LetterCondition.Operator;
import dev.signalbox.core.deadletter.LetterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which letters of the open place are meant: those that the filters leave, of the chosen cause, and not replayed
/// already. On the FX thread.
final class Narrowing {
    private final LetterFilters filters = new LetterFilters();
    private final ObjectProperty<Optional<String>> cause =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty replayedShown = new SimpleBooleanProperty(false);
    private final LetterSurvey survey;
    private final LetterSurvey ofCause;
    private Optional<LetterPlace> place = Optional.empty();
    private LetterPage page = LetterPage.NOTHING;
    private boolean surveyed;
    private boolean unseen;

    /// @param survey for all that the filters leave
    /// @param ofCause for the chosen cause alone
    Narrowing(LetterSurvey survey, LetterSurvey ofCause) {
        this.survey = survey;
        this.ofCause = ofCause;
        filters.filter().subscribe(_ -> surveyAgain());
        cause.subscribe(_ -> surveyCause());
        // What is counted is what is shown.
        replayedShown.subscribe(_ -> surveyAgain());
    }

    LetterFilters filters() {
        return filters;
    }

    /// Id of the cause to which the letters shown are narrowed.
    ObjectProperty<Optional<String>> cause() {
        return cause;
    }

    /// Whether letters that were replayed are shown among the others.
    BooleanProperty replayedShown() {
        return replayedShown;
    }

    /// What the letters that the filters leave died of.
    ReadOnlyObjectProperty<Found> found() {
        return survey.found();
    }

    /// The same of the chosen cause, where not all letters are held in memory.
    ReadOnlyObjectProperty<Found> foundOfCause() {
        return ofCause.found();
    }

    /// Another place is opened, or none.
    void clear() {
        place = Optional.empty();
        page = LetterPage.NOTHING;
        surveyed = false;
        cause.set(Optional.empty());
        filters.clear();
        survey.clear();
        ofCause.clear();
    }

    /// The newest letters have been read, again or for the first time.
    void read(LetterPlace of, LetterPage newest) {
        place = Optional.of(of);
        page = newest;
        survey();
    }

    /// What was found does not hold any more.
    void outdate() {
        surveyed = false;
    }

    /// Goes through all letters again.
    void surveyAgain() {
        surveyed = false;
        survey();
    }

    private void survey() {
        if (place.isEmpty() || unseen) {
            return;
        }
        if (page.all()) {
            survey.of(page.letters(), filters.filter().get(), replayedShown.get());
            ofCause.clear();
        } else if (!surveyed) {
            survey.of(place.get(), filters.filter().get(), replayedShown.get());
            surveyCause();
        }
        surveyed = true;
    }

    private void surveyCause() {
        ofCause.clear();
        if (cause.get().isPresent() && !page.all()) {
            place.ifPresent(it -> ofCause.of(it, meantBy(), replayedShown.get()));
        }
    }

    /// Nobody looks any more: long work ends. Half a survey is made anew when somebody looks again.
    void hide() {
        surveyed = surveyed && !survey.found().get().running();
        survey.cancel();
        ofCause.cancel();
        unseen = true;
    }

    void lookedAt() {
        unseen = false;
        if (!surveyed) {
            survey();
        }
    }

    /// Whether filters or a cause leave some letters out.
    boolean isNarrowed() {
        return cause.get().isPresent() || !filters.filter().get().isAll();
    }

    /// What is meant, in the words of the command line.
    LetterFilter meantBy() {
        List<LetterCondition> all = new ArrayList<>(filters.filter().get().conditions());
        cause.get()
                .map(id -> new LetterCondition(Field.GROUP, "", Operator.EQUAL, id))
                .ifPresent(all::add);
        return new LetterFilter(all);
    }

    /// The letters that are shown, as far as they are held in memory.
    List<Letter> shown() {
        return meant().stream()
                .filter(letter -> replayedShown.get() || !letter.wasReplayed())
                .toList();
    }

    /// How many of those that are meant were replayed, shown or not.
    long replayed() {
        return page.all() ? meant().stream().filter(Letter::wasReplayed).count() : now().replayed();
    }

    /// How many are not shown because they were replayed.
    long hidden() {
        return replayedShown.get() ? 0 : replayed();
    }

    /// How many letters are meant, as far as is known, where not all are held in memory.
    long count() {
        return now().letters();
    }

    /// What was found of the letters that are meant.
    private Found now() {
        return (cause.get().isPresent() ? ofCause : survey).found().get();
    }

    private List<Letter> meant() {
        return held().stream()
                .filter(letter -> cause.get().map(letter.causeId()::equals).orElse(true))
                .toList();
    }

    private List<Letter> held() {
        if (page.all()) {
            return filters.filter().get().isAll() ? page.letters() : survey.found().get().newest();
        }
        boolean newestWillDo = cause.get().isEmpty() && filters.filter().get().isAll();
        // All of the newest may have been replayed; the survey holds the newest of those that were
        // not.
        return newestWillDo
                        && (replayedShown.get()
                                || page.letters().stream().anyMatch(it -> !it.wasReplayed()))
                ? page.letters()
                : now().newest();
    }
}
