package dev.signalbox.app.fx;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableListBase;

/// A list that follows snapshots by place: the row of a place stays, and shows whatever stands there now.
///
/// For large content: only rows that somebody has asked for are made, and a snapshot costs in proportion to those. One
/// of the same length tells list listeners nothing, however its content is ordered. On the FX thread only, once it is
/// shown.
public final class Places<T> extends ObservableListBase<Row<T>> {
    private final Map<Integer, Row<T>> made = new HashMap<>();
    private List<T> content = List.of();

    /// Shows exactly this, in this order.
    public void show(List<T> next) {
        int before = content.size();
        Optional<Row<T>> any = content.stream().findFirst().map(Row::new);
        content = next;
        made.keySet().removeIf(place -> place >= next.size());
        made.forEach((place, row) -> row.set(next.get(place)));
        if (next.size() > before) {
            beginChange();
            nextAdd(before, next.size());
            endChange();
        } else if (next.size() < before) {
            int gone = before - next.size();
            beginChange();
            // Nobody looks at rows that are gone; making them all would take longer than all the
            // rest.
            nextRemove(next.size(), Collections.nCopies(gone, any.orElseThrow()));
            endChange();
        }
    }

    @Override
    public Row<T> get(int index) {
        return made.computeIfAbsent(index, place -> new Row<>(content.get(place)));
    }

    @Override
    public int size() {
        return content.size();
    }
}
