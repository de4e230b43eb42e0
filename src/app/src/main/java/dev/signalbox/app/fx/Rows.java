package dev.signalbox.app.fx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// A list that follows snapshots by key: the same key keeps the same row object, and every snapshot is one
/// change.
///
/// Costs in proportion to the list, whatever changes; a snapshot with the same keys in the same order changes
/// values only and tells list listeners nothing. On the FX thread only, once it is shown.
public final class Rows<K, T> extends ObservableListBase<Row<T>> {
    private final Function<T, K> keyOf;
    private List<Row<T>> rows = List.of();
    private Map<K, Row<T>> byKey = Map.of();

    public Rows(Function<T, K> keyOf) {
        this.keyOf = keyOf;
    }

    /// Shows exactly this, in this order. Of two values with the same key the first one counts.
    public void show(List<T> content) {
        Map<K, Row<T>> nextByKey = HashMap.newHashMap(content.size());
        List<Row<T>> next = new ArrayList<>(content.size());
        for (T value : content) {
            K key = keyOf.apply(value);
            if (nextByKey.containsKey(key)) {
                continue;
            }
            Row<T> known = byKey.get(key);
            Row<T> row = known == null ? new Row<>(value) : known;
            row.set(value);
            nextByKey.put(key, row);
            next.add(row);
        }
        replaceBy(next, sameKeys(nextByKey));
        byKey = nextByKey;
    }

    private boolean sameKeys(Map<K, Row<T>> nextByKey) {
        return nextByKey.size() == byKey.size() && byKey.keySet().containsAll(nextByKey.keySet());
    }

    private void replaceBy(List<Row<T>> next, boolean sameKeys) {
        List<Row<T>> before = rows;
        int shorter = Math.min(before.size(), next.size());
        int start = 0;
        while (start < shorter && before.get(start) == next.get(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && before.get(before.size() - 1 - tail) == next.get(next.size() - 1 - tail)) {
            tail++;
        }
        if (start + tail == before.size() && start + tail == next.size()) {
            return;
        }
        beginChange();
        rows = next;
        if (sameKeys) {
            nextPermutation(start, next.size() - tail, moved(before, next, start, tail));
        } else {
            nextReplace(
                    start,
                    next.size() - tail,
                    List.copyOf(before.subList(start, before.size() - tail)));
        }
        endChange();
    }

    /// For every place between `start` and `tail`, where its row has gone.
    private static <T> int[] moved(List<Row<T>> before, List<Row<T>> next, int start, int tail) {
        Map<Row<T>, Integer> places = new HashMap<>();
        for (int place = start; place < next.size() - tail; place++) {
            places.put(next.get(place), place);
        }
        int[] moved = new int[next.size() - tail - start];
        for (int i = 0; i < moved.length; i++) {
            Row<T> row = before.get(start + i);
            moved[i] = places.getOrDefault(row, start + i);
        }
        return moved;
    }

    /// The row of a key, or null when it is not shown.
    public @Nullable Row<T> find(K key) {
        return byKey.get(key);
    }

    @Override
    public Row<T> get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
