package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.LetterCondition;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which letters are meant, condition by condition, in the language of `--where`.
final class LetterFilters {
    private final ReadOnlyObjectWrapper<LetterFilter> filter =
            new ReadOnlyObjectWrapper<>(LetterFilter.ALL);

    ReadOnlyObjectProperty<LetterFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /// Narrows further; or says what is wrong about the condition, and changes nothing.
    Optional<Problem> add(String condition) {
        try {
            List<LetterCondition> all = new ArrayList<>(filter.get().conditions());
            LetterFilter.parse(List.of(condition)).conditions().stream()
                    .filter(one -> !all.contains(one))
                    .forEach(all::add);
            filter.set(new LetterFilter(all));
            return Optional.empty();
        } catch (ConnectorException e) {
            return Optional.of(e.problem());
        }
    }

    void remove(LetterCondition condition) {
        filter.set(
                new LetterFilter(
                        filter.get().conditions().stream()
                                .filter(one -> !one.equals(condition))
                                .toList()));
    }

    void clear() {
        filter.set(LetterFilter.ALL);
    }
}
