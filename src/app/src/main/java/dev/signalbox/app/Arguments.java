package dev.signalbox.app;

import dev.signalbox.core.demo.DemoBroker;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the window was started with.
///
/// @param demo `--demo`: start the demo backend and show it
/// @param broker `--broker kafka|rabbitmq`: what that demo runs on
/// @param profile `--profile ID`: open this saved connection
/// @param exitWhenShown `--exit-when-shown`: close the window again after a second; the installer learns from it what a
///     start needs, and it says when its first frame was there
/// @param file `FILE`: open these exported messages; what a desktop gives along when such a file is opened
public record Arguments(
        boolean demo,
        DemoBroker broker,
        Optional<String> profile,
        boolean exitWhenShown,
        Optional<Path> file) {
    private static final Set<String> WITH_VALUE = Set.of("--broker", "--profile");

    public static Arguments parse(List<String> words) {
        return new Arguments(
                words.contains("--demo"),
                value(words, "--broker").filter(DemoBroker.RABBITMQ.word()::equals).isPresent()
                        ? DemoBroker.RABBITMQ
                        : DemoBroker.KAFKA,
                value(words, "--profile"),
                words.contains("--exit-when-shown"),
                file(words));
    }

    /// The first word that is neither an option nor the value of one.
    private static Optional<Path> file(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean value = i > 0 && WITH_VALUE.contains(words.get(i - 1));
            if (!value && !words.get(i).isBlank() && !words.get(i).startsWith("--")) {
                return path(words.get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> path(String word) {
        try {
            return Optional.of(Path.of(word).toAbsolutePath());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> value(List<String> words, String option) {
        Optional<String> inOne =
                words.stream().filter(word -> word.startsWith(option + "=")).findFirst();
        if (inOne.isPresent()) {
            return inOne.map(word -> word.substring(option.length() + 1));
        }
        int at = words.indexOf(option);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }
}
