package dev.signalbox.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    private record Item(String name, String state, long lag) {}

    private static final List<Item> CONTENT =
            List.of(
                    new Item("payment", "stable", 12),
                    new Item("recommendation", "empty", 900),
                    new Item("stock", "stable", 12));

    private static Arrangement<Item> filtered(String filter) {
        return new Arrangement<>(filter, Optional.empty(), List.of(Item::name, Item::state));
    }

    @Test
    void withoutFilterAndOrderTheContentStaysAsItIs() {
        assertThat(filtered("  ").of(CONTENT)).isSameAs(CONTENT);
    }

    @Test
    void everyWordOfTheFilterHasToOccurSomewhereInWhateverCase() {
        assertThat(filtered("STABLE").of(CONTENT)).hasSize(2);
        assertThat(filtered("stable sto").of(CONTENT))
                .extracting(Item::name)
                .containsExactly("stock");
        assertThat(filtered("stable recomm").of(CONTENT)).isEmpty();
    }

    @Test
    void aWordDoesNotReachOverTwoColumns() {
        assertThat(filtered("paymentstable").of(CONTENT)).isEmpty();
    }

    @Test
    void whatIsEqualInTheOrderKeepsItsPlace() {
        Arrangement<Item> byLag =
                new Arrangement<>(
                        "", Optional.of(Comparator.comparingLong(Item::lag).reversed()), List.of());
        assertThat(byLag.of(CONTENT))
                .extracting(Item::name)
                .containsExactly("recommendation", "payment", "stock");
    }
}
