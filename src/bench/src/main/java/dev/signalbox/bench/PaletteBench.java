package dev.signalbox.bench;

import dev.signalbox.app.palette.Entry;
import dev.signalbox.app.palette.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kordamp.ikonli.feather.Feather;

/// How long the palette takes for one key among many names: what one who types has to wait for.
/// Options: `names=10000 turns=200`.
final class PaletteBench implements Bench {
    private static final String TYPED = "orders-retry 77";

    @Override
    public String name() {
        return "palette";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int names = options.number("names", 10_000);
        List<Entry> entries =
                IntStream.range(0, names)
                        .mapToObj(
                                i ->
                                        new Entry(
                                                Feather.INBOX,
                                                "orders-" + (i % 3 == 0 ? "retry-" : "") + i,
                                                "Queues · shop",
                                                false,
                                                () -> {}))
                        .toList();
        report.figure("names", names, "names");
        List<Double> first = typed(entries);
        report.figure("first word typed: longest key", last(first), "ms");
        List<Double> all = new ArrayList<>();
        for (int turn = 0; turn < options.number("turns", 200); turn++) {
            all.addAll(typed(entries));
        }
        List<Double> sorted = all.stream().sorted().toList();
        report.figure("a key, median", sorted.get(sorted.size() / 2), "ms");
        report.figure("a key, 99 %", sorted.get(sorted.size() * 99 / 100), "ms");
        report.figure("a key, longest", sorted.getLast(), "ms");
    }

    /// What each key took.
    private static List<Double> typed(List<Entry> entries) {
        List<Double> took = new ArrayList<>();
        for (int end = 1; end <= TYPED.length(); end++) {
            long began = System.nanoTime();
            List<Entry> found = Search.find(entries, TYPED.substring(0, end));
            took.add((System.nanoTime() - began) / 1e6);
            if (found.isEmpty()) {
                throw new IllegalStateException("nothing found for " + TYPED.substring(0, end));
            }
        }
        return took;
    }

    private static double last(List<Double> took) {
        return took.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
