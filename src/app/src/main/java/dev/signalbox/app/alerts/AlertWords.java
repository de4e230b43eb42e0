package dev.signalbox.app.alerts;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.text.Formats;
import dev.signalbox.core.alert.Alert;
import java.util.stream.Collectors;

/// An alert in words.
final class AlertWords {
    private static final int NAMED = 3;

    private AlertWords() {}

    static String title(Alert alert) {
        return text("alerts.one", alert.connection(), word("alert-kind", alert.kind()));
    }

    /// The first few by name.
    static String subjects(Alert alert) {
        String names = alert.subjects().stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = alert.subjects().size() - NAMED;
        return more > 0 ? text("alerts.more", names, Formats.number(more)) : names;
    }
}
