package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.LetterCondition;
import dev.signalbox.core.deadletter.LetterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The same letters for the command line. It plans and changes nothing until its last word is taken away.
final class CommandLine {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    private CommandLine() {}

    static String of(CommandVerb verb, LetterPlace place, LetterFilter filter) {
        List<String> words = new ArrayList<>(List.of("signalbox", "dead-letters"));
        words.add(verb.name().toLowerCase(Locale.ROOT));
        words.add(place.destination().name());
        words.add("--profile");
        words.add(place.source().profileId());
        for (LetterCondition condition : filter.conditions()) {
            words.add("--where");
            words.add(condition.toString());
        }
        switch (verb) {
            case REPLAY, DISCARD -> words.add("--plan");
            case EXPORT -> words.addAll(List.of("--to", "letters.jsonl"));
        }
        return String.join(" ", words.stream().map(CommandLine::quoted).toList());
    }

    /// As a POSIX shell takes it apart again.
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
