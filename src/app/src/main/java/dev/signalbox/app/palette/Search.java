package dev.signalbox.app.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds entries by parts of their words, the best first.
final class Search {
    /// More than anybody reads; who wants another types one letter more.
    static final int MOST = 50;

    private Search() {}

    static List<Entry> find(List<Entry> all, String typed) {
        String query = typed.strip().toLowerCase(Locale.ROOT);
        if (query.isEmpty()) {
            return all.stream().filter(Entry::always).toList();
        }
        List<String> words = Arrays.asList(query.split("\\s+"));
        return all.stream()
                .filter(entry -> holds(entry, words))
                .sorted(Comparator.comparingInt(entry -> rank(entry, query)))
                .limit(MOST)
                .toList();
    }

    private static boolean holds(Entry entry, List<String> words) {
        String searched = (entry.title() + " " + entry.detail()).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(searched::contains);
    }

    private static int rank(Entry entry, String query) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        if (title.equals(query)) {
            return 0;
        }
        if (title.startsWith(query)) {
            return 1;
        }
        return title.contains(query) ? 2 : 3;
    }
}
