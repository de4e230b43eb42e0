package dev.signalbox.app;

import java.util.List;
import java.util.Optional;

/// What the window was started with.
///
/// @param demo `--demo`: start the demo backend and show it
/// @param profile `--profile ID`: open this saved connection
/// @param exitWhenShown `--exit-when-shown`: close the window again after a second; the installer learns from it what a
///     start needs
public record Arguments(boolean demo, Optional<String> profile, boolean exitWhenShown) {
    public static Arguments parse(List<String> words) {
        int profile = words.indexOf("--profile");
        return new Arguments(
                words.contains("--demo"),
                profile >= 0 && profile + 1 < words.size()
                        ? Optional.of(words.get(profile + 1))
                        : Optional.empty(),
                words.contains("--exit-when-shown"));
    }
}
