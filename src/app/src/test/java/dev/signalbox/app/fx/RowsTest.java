package dev.signalbox.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener.Change;
import org.junit.jupiter.api.Test;

class RowsTest {
    private record Item(int key, int value) {}

    private final Rows<Integer, Item> rows = new Rows<>(Item::key);

    @Test
    void theSameKeyKeepsItsRow() {
        rows.show(List.of(new Item(1, 10), new Item(2, 20)));
        Row<Item> second = rows.get(1);
        rows.show(List.of(new Item(2, 21), new Item(3, 30)));
        assertThat(rows.get(0)).isSameAs(second);
        assertThat(second.value().value()).isEqualTo(21);
    }

    @Test
    void newValuesInTheSameOrderChangeNoList() {
        rows.show(items(5_000, 0));
        List<Change<?>> changes = new ArrayList<>();
        rows.addListener((Change<? extends Row<Item>> change) -> changes.add(change));
        rows.show(items(5_000, 1));
        assertThat(changes).isEmpty();
        assertThat(rows.get(4_999).value().value()).isEqualTo(1);
    }

    @Test
    void aRowThatDidNotChangeTellsNobody() {
        rows.show(items(10, 0));
        int[] told = {0};
        rows.forEach(row -> row.valueProperty().addListener(_ -> told[0]++));
        rows.show(items(10, 0));
        assertThat(told[0]).isZero();
    }

    @Test
    void everySnapshotIsOneChange() {
        rows.show(items(100, 0));
        int[] changes = {0};
        rows.addListener((Change<? extends Row<Item>> _) -> changes[0]++);
        List<Item> other = new ArrayList<>(items(120, 1));
        Collections.shuffle(other, new Random(7));
        rows.show(other.subList(20, 110));
        assertThat(changes[0]).isEqualTo(1);
    }

    @Test
    void ofTwoWithTheSameKeyTheFirstCounts() {
        rows.show(List.of(new Item(1, 10), new Item(1, 11)));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).value().value()).isEqualTo(10);
    }

    @Test
    void theChangesToldAlwaysLeadToTheContent() {
        List<Row<Item>> mirror = new ArrayList<>();
        rows.addListener((Change<? extends Row<Item>> change) -> follow(change, mirror));
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            int size = random.nextInt(30);
            List<Item> content = new ArrayList<>();
            random.ints(0, 40).distinct().limit(size).forEach(key -> content.add(new Item(key, 0)));
            rows.show(content);
            assertThat(rows.stream().map(Row::value).toList()).isEqualTo(content);
            assertThat(mirror).isEqualTo(List.copyOf(rows));
            if (round % 3 == 0) {
                Collections.shuffle(content, random);
                rows.show(content);
                assertThat(mirror).isEqualTo(List.copyOf(rows));
            }
        }
    }

    /// Does what a list view does with a change.
    private static void follow(Change<? extends Row<Item>> change, List<Row<Item>> mirror) {
        while (change.next()) {
            if (change.wasPermutated()) {
                List<Row<Item>> before = List.copyOf(mirror);
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    mirror.set(change.getPermutation(i), before.get(i));
                }
            } else {
                for (int i = 0; i < change.getRemovedSize(); i++) {
                    assertThat(mirror.remove(change.getFrom()))
                            .isSameAs(change.getRemoved().get(i));
                }
                mirror.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }

    @Test
    void aRefreshOfFiveThousandRowsInAnotherOrderTakesAFractionOfAFrame() {
        List<Item> content = new ArrayList<>(items(5_000, 0));
        rows.show(content);
        Random random = new Random(3);
        Duration best = Duration.ofDays(1);
        for (int round = 1; round <= 20; round++) {
            List<Item> next = new ArrayList<>(items(5_000, round));
            Collections.shuffle(next, random);
            long start = System.nanoTime();
            rows.show(next);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }
        // Measured 1 to 4 ms; the bound leaves room for a busy machine.
        assertThat(best).isLessThan(Duration.ofMillis(60));
    }

    private static List<Item> items(int count, int value) {
        return IntStream.range(0, count).mapToObj(key -> new Item(key, value)).toList();
    }
}
