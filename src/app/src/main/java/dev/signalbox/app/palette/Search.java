package dev.signalbox.app.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds entries by parts of their words, the best first.
public final class Search {
    /// More than anybody reads; who wants another types one letter more.
    static final int MOST = 50;

    private static final int NOT_FOUND = 6;

    private Search() {}

    public static List<Entry> find(List<Entry> all, String typed) {
        String query = typed.strip().toLowerCase(Locale.ROOT);
        if (query.isEmpty()) {
            return all.stream().filter(Entry::always).toList();
        }
        List<String> words = Arrays.asList(query.split("\\s+"));
        return all.stream()
                .map(entry -> new Ranked(entry, rank(entry, query, words)))
                .filter(ranked -> ranked.rank() < NOT_FOUND)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(MOST)
                .map(Ranked::entry)
                .toList();
    }

    private record Ranked(Entry entry, int rank) {}

    private static int rank(Entry entry, String query, List<String> words) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        if (title.equals(query)) {
            return 0;
        }
        if (title.startsWith(query)) {
            return 1;
        }
        if (title.contains(query)) {
            return 2;
        }
        String searched = title + " " + entry.detail().toLowerCase(Locale.ROOT);
        if (words.stream().allMatch(searched::contains)) {
            return 3;
        }
        boolean abbreviated =
                words.stream()
                        .allMatch(word -> searched.contains(word) || abbreviates(word, title));
        if (!abbreviated) {
            return NOT_FOUND;
        }
        return title.charAt(0) == query.charAt(0) ? 4 : 5;
    }

    /// Whether the word is made of beginnings of the title's parts, in their order: `odlt` of `orders-dlt`.
    private static boolean abbreviates(String word, String title) {
        int last = -1;
        for (int i = 0; i < word.length(); i++) {
            int at = last + 1;
            while (at < title.length() && !fits(title, at, word.charAt(i), last)) {
                at++;
            }
            if (at >= title.length()) {
                return false;
            }
            last = at;
        }
        return true;
    }

    /// Whether the letter stands there, beside the one before or at the beginning of a part.
    private static boolean fits(String title, int at, char letter, int last) {
        boolean beside = last >= 0 && at == last + 1;
        return title.charAt(at) == letter && (beside || begins(title, at));
    }

    private static boolean begins(String title, int at) {
        return at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1));
    }
}
