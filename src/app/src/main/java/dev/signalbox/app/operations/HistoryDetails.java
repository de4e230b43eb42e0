package dev.signalbox.app.operations;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.action.ActionWords;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an audit entry says, in words. What is not understood, since another version wrote it, is shown as it is.
final class HistoryDetails {
    /// Told by the lines of others.
    private static final Set<String> WITHIN_OTHERS = Set.of("unit", "exact", "bytes");

    private final HistoryItem item;

    private HistoryDetails(HistoryItem item) {
        this.item = item;
    }

    /// One line.
    record Line(String name, String value) {}

    /// What is known first, then what is not, then the steps.
    static List<Line> of(HistoryItem item) {
        HistoryDetails words = new HistoryDetails(item);
        List<Line> lines = new ArrayList<>();
        Map<String, String> all = item.all();
        for (DetailName name : DetailName.values()) {
            String value = all.get(name.written());
            if (value != null) {
                lines.add(new Line(word("history-detail", name), words.value(name, value)));
            }
        }
        all.entrySet().stream()
                .filter(
                        it ->
                                DetailName.of(it.getKey()).isEmpty()
                                        && !WITHIN_OTHERS.contains(it.getKey()))
                .sorted(Comparator.comparing(it -> orderOf(it.getKey())))
                .map(it -> new Line(name(it.getKey()), step(it.getValue())))
                .forEach(lines::add);
        return List.copyOf(lines);
    }

    private String value(DetailName name, String value) {
        return switch (name) {
            case SELECTION -> selection(value);
            case TO -> to(value);
            case AGAIN -> Boolean.parseBoolean(value) ? text("history.yes") : text("history.no");
            case PLANNED -> planned(value);
            case DONE -> amount(value);
            case REVERSAL ->
                    constant(Reversal.values(), value)
                            .map(it -> word("reversal", it))
                            .orElse(value);
            case RESULT -> HistoryPane.result(item).text();
            case PROBLEM ->
                    constant(ProblemKind.values(), value)
                            .map(it -> word("problem-kind", it))
                            .orElse(value);
            case UNTIL -> time(value).orElse(value);
            case TARGET, FROM, TOPICS, PARTITION, HEADERS, BACKUP, HAZARDS, SUMMARY, REASON ->
                    value;
        };
    }

    private static String selection(String value) {
        if (value.equals("all")) {
            return text("history.selection.all");
        }
        if (value.matches("newest \\d{1,18}")) {
            long count = Long.parseLong(value.substring("newest ".length()));
            return text("history.selection.newest", count, Formats.number(count));
        }
        Optional<String> ranges = Ranges.words(value);
        if (ranges.isPresent()) {
            return ranges.get();
        }
        return value.startsWith("since ")
                ? time(value.substring("since ".length()))
                        .map(at -> text("history.selection.since", at))
                        .orElse(value)
                : value;
    }

    private static String to(String value) {
        String inside = value.replaceFirst("^[A-Za-z]+\\[(?:[a-z]+=)?(.*)]$", "$1");
        return switch (value.replaceFirst("\\[.*", "[")) {
            case "origin" -> text("replay.origin");
            case "Earliest[" -> text("reset.earliest");
            case "Latest[" -> text("reset.latest");
            case "AtTime[" -> time(inside).orElse(inside);
            case "ShiftBy[" -> text("history.shift", inside);
            case "Exactly[" -> inside.replaceAll("[{}]", "");
            default -> value;
        };
    }

    private static Optional<String> time(String written) {
        try {
            return Optional.of(Times.exact(Instant.parse(written)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String planned(String value) {
        String amount = amount(value);
        return item.detail("exact").filter("false"::equals).isPresent()
                ? text("amount.at-most", amount)
                : amount;
    }

    private String amount(String value) {
        if (!value.matches("\\d{1,18}")) {
            return value;
        }
        long count = Long.parseLong(value);
        return item.detail("unit")
                .flatMap(it -> constant(Unit.values(), it))
                .map(unit -> ActionWords.amount(unit, count))
                .orElseGet(() -> Formats.number(count));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(it -> it.name().equals(name)).findFirst();
    }

    private static String name(String written) {
        return isStep(written)
                ? text("history.step", written.substring("step ".length()))
                : written;
    }

    /// Without the code of what went wrong; the sentence behind it says the same.
    private static String step(String written) {
        String words = written;
        for (ProblemKind kind : ProblemKind.values()) {
            words = words.replace(") " + kind.name() + ": ", "): ");
        }
        return words;
    }

    private static boolean isStep(String name) {
        return name.matches("step \\d{1,9}");
    }

    /// `step 2` before `step 10`, steps after all else.
    private static String orderOf(String name) {
        return isStep(name)
                ? "~" + String.format("%09d", Integer.parseInt(name.substring("step ".length())))
                : name;
    }
}
