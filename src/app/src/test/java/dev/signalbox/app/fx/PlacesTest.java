package dev.signalbox.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places<String> places = new Places<>();
    private final List<String> told = new ArrayList<>();

    private void listen() {
        places.addListener(
                (ListChangeListener<Row<String>>)
                        change -> {
                            while (change.next()) {
                                told.add(
                                        "+"
                                                + change.getAddedSize()
                                                + " -"
                                                + change.getRemovedSize()
                                                + " at "
                                                + change.getFrom());
                            }
                        });
    }

    private List<String> values() {
        return places.stream().map(Row::value).toList();
    }

    @Test
    void aSnapshotOfTheSameLengthChangesValuesOnly() {
        places.show(List.of("a", "b", "c"));
        Row<String> first = places.get(0);
        listen();

        places.show(List.of("c", "x", "a"));

        assertThat(told).isEmpty();
        assertThat(values()).containsExactly("c", "x", "a");
        assertThat(places.get(0)).isSameAs(first);
    }

    @Test
    void moreIsAddedAndLessIsRemovedAtTheEnd() {
        places.show(List.of("a", "b"));
        listen();

        places.show(List.of("b", "c", "d", "e"));
        assertThat(values()).containsExactly("b", "c", "d", "e");
        places.show(List.of("e"));
        assertThat(values()).containsExactly("e");
        places.show(List.of());

        assertThat(told).containsExactly("+2 -0 at 2", "+0 -3 at 1", "+0 -1 at 0");
        assertThat(places).isEmpty();
    }

    @Test
    void rowsThatWereGoneComeBackWithTheirNewValues() {
        places.show(List.of("a", "b", "c"));
        assertThat(places.get(2).value()).isEqualTo("c");
        places.show(List.of("a"));
        places.show(IntStream.range(0, 5).mapToObj(Integer::toString).toList());

        assertThat(values()).containsExactly("0", "1", "2", "3", "4");
    }
}
