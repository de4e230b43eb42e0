package dev.signalbox.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class SearchTest {
    private static final List<Entry> ALL =
            List.of(
                    entry("Overview", "Screen", true),
                    entry("Replay dead letters of orders-dlt…", "shop", false),
                    entry("orders-dlt", "Queues · shop", false),
                    entry("orders", "Queues · shop", false),
                    entry("orders", "Queues · test", false));

    @Test
    void theNameItselfComesBeforeThatWhichBeginsWithItAndThatWhichHoldsIt() {
        assertThat(Search.find(ALL, "orders"))
                .extracting(Entry::title)
                .containsExactly(
                        "orders", "orders", "orders-dlt", "Replay dead letters of orders-dlt…");
    }

    @Test
    void everyWordHasToBeThereInWhateverOrderAndCase() {
        assertThat(Search.find(ALL, "TEST ord"))
                .extracting(Entry::detail)
                .containsExactly("Queues · test");
        assertThat(Search.find(ALL, "orders nowhere")).isEmpty();
    }

    @Test
    void theBeginningsOfItsPartsAreEnough() {
        assertThat(Search.find(ALL, "odlt"))
                .extracting(Entry::title)
                .containsExactly("orders-dlt", "Replay dead letters of orders-dlt…");
        assertThat(Search.find(ALL, "rdl")).extracting(Entry::title).hasSize(1);
        assertThat(Search.find(ALL, "rt")).isEmpty();
    }

    @Test
    void nothingTypedListsOnlyWhatIsAlwaysThere() {
        assertThat(Search.find(ALL, " ")).extracting(Entry::title).containsExactly("Overview");
    }

    @Test
    void noMoreAreFoundThanAnybodyReads() {
        List<Entry> many =
                IntStream.range(0, 10_000).mapToObj(i -> entry("topic-" + i, "", false)).toList();

        assertThat(Search.find(many, "topic")).hasSize(Search.MOST);
    }

    private static Entry entry(String title, String detail, boolean always) {
        return new Entry(Feather.INBOX, title, detail, always, () -> {});
    }
}
