package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.Destination;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kordamp.ikonli.feather.Feather;

/// One line of the destinations' table.
///
/// @param groups that read it
/// @param diesInto where its dead letters are kept
record QueueItem(
        Source source,
        Destination destination,
        OptionalDouble inRate,
        List<String> groups,
        Optional<Destination> diesInto) {

    QueueItem {
        groups = List.copyOf(groups);
    }

    Focus key() {
        return new Focus(source.profileId(), destination.name());
    }

    /// What it has to do with another destination.
    Shown relation() {
        if (destination.deadLetterOf().isPresent()) {
            Shown words =
                    Shown.of(text("queues.dead-letters-of", destination.deadLetterOf().get()));
            return destination.retained().value().orElse(0) > 0
                    ? new Shown(words.text(), "", Tone.DANGER, Optional.of(Feather.ALERT_OCTAGON))
                    : words;
        }
        if (destination.retryOf().isPresent()) {
            return Shown.of(text("queues.retry-of", destination.retryOf().get()));
        }
        return diesInto.map(
                        dead ->
                                Shown.of(dead.name(), Tone.MUTED, Feather.CORNER_DOWN_RIGHT)
                                        .withHint(text("queues.dies-into", dead.name())))
                .orElseGet(Shown::nothing);
    }
}
