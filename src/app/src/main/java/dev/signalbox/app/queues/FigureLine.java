package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.model.QueueFigures.Rates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// What a queue tells of itself, whole whatever the table has room for.
final class FigureLine extends FlowPane {
    FigureLine() {
        getStyleClass().add("figure-line");
    }

    void show(QueueItem item, Instant now) {
        boolean shown = item.destination().queue().isPresent();
        setVisible(shown);
        setManaged(shown);
        getChildren().setAll(shown ? labels(item, now) : List.of());
    }

    private static List<Label> labels(QueueItem item, Instant now) {
        List<Label> labels = new ArrayList<>();
        labels.add(label("queues.ready", Formats.reading(item.ready())));
        labels.add(label("queues.unacknowledged", Formats.reading(item.unacknowledged())));
        Optional<String> noRates = item.noRates();
        if (noRates.isPresent()) {
            // Why there are none is said aloud, not four times behind a dash.
            labels.add(new Label(noRates.get()));
        } else {
            labels.add(label("queues.in-rate", item.in()));
            labels.add(label("queues.out-rate", item.rate(Rates::out)));
            labels.add(label("queues.redelivered-rate", item.rate(Rates::redelivered)));
            labels.add(label("queues.acknowledged-rate", item.rate(Rates::acknowledged)));
        }
        labels.add(label("queues.bytes", Formats.bytes(item.destination().bytes())));
        labels.add(
                label(
                        "queues.oldest",
                        Times.span(item.oldest(now), text("queues.oldest.unknown"))));
        return labels;
    }

    private static Label label(String titleKey, Shown shown) {
        Label label = new Label(text("queues.figure", text(titleKey), shown.text()));
        if (!shown.hint().isEmpty()) {
            label.setTooltip(new Tooltip(shown.hint()));
            label.setAccessibleHelp(shown.hint());
        }
        return label;
    }
}
