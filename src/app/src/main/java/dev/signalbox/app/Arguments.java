package dev.signalbox.app;

import dev.signalbox.core.demo.DemoBroker;
import java.util.List;
import java.util.Optional;

/// What the window was started with.
///
/// @param demo `--demo`: start the demo backend and show it
/// @param broker `--broker kafka|rabbitmq`: what that demo runs on
/// @param profile `--profile ID`: open this saved connection
/// @param exitWhenShown `--exit-when-shown`: close the window again after a second; the installer learns from it what a
///     start needs, and it says when its first frame was there
public record Arguments(
        boolean demo, DemoBroker broker, Optional<String> profile, boolean exitWhenShown) {
    public static Arguments parse(List<String> words) {
        return new Arguments(
                words.contains("--demo"),
                value(words, "--broker").filter(DemoBroker.RABBITMQ.word()::equals).isPresent()
                        ? DemoBroker.RABBITMQ
                        : DemoBroker.KAFKA,
                value(words, "--profile"),
                words.contains("--exit-when-shown"));
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
