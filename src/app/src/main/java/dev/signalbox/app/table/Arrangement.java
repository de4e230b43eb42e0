package dev.signalbox.app.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What of the content is shown, in which order. Belongs to no thread.
///
/// @param filter every word of it has to occur in one of the searched texts
/// @param searched the texts of an item that the filter looks at
record Arrangement<T>(
        String filter, Optional<Comparator<T>> order, List<Function<T, String>> searched) {

    List<T> of(List<T> content) {
        List<String> words =
                List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.isEmpty() && order.isEmpty()) {
            return content;
        }
        var kept = content.stream().filter(item -> matches(item, words));
        return order.map(kept::sorted).orElse(kept).toList();
    }

    private boolean matches(T item, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        StringBuilder texts = new StringBuilder();
        for (Function<T, String> text : searched) {
            texts.append(text.apply(item)).append('\n');
        }
        String all = texts.toString().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
