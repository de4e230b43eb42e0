package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.QueueFigures;
import dev.signalbox.core.model.QueueFigures.Rates;
import dev.signalbox.core.model.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
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

    /// Messages that wait and messages that consumers hold; a topic has neither.
    Reading ready() {
        return figures(QueueFigures::ready);
    }

    Reading unacknowledged() {
        return figures(QueueFigures::unacknowledged);
    }

    private Reading figures(Function<QueueFigures, Reading> which) {
        return destination
                .queue()
                .map(which)
                .orElseGet(() -> Reading.unknown(text("queues.of-queues")));
    }

    /// In messages per second, or why it is not known.
    Shown rate(Function<Rates, OptionalDouble> which) {
        return destination
                .queue()
                .map(
                        queue -> {
                            OptionalDouble known = which.apply(queue.rates());
                            return known.isPresent()
                                    ? Formats.rate(known)
                                    : Shown.unknown(queue.rates().unknown());
                        })
                .orElseGet(() -> Shown.unknown(text("queues.of-queues")));
    }

    /// Why the rates are not known, if none is.
    Optional<String> noRates() {
        return destination
                .queue()
                .map(QueueFigures::rates)
                .filter(rates -> rates.in().isEmpty())
                .map(Rates::unknown);
    }

    /// For ordering and copying: the lowest where it is not known.
    double rateOrLowest(Function<Rates, OptionalDouble> which) {
        return destination.queue().stream()
                .map(queue -> which.apply(queue.rates()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /// What comes in: told by a queue's server, counted for a topic.
    Shown in() {
        return destination.queue().isPresent() && inRate.isEmpty()
                ? rate(Rates::in)
                : Formats.rate(inRate);
    }

    /// How long the message at its head has waited.
    Optional<Duration> oldest(Instant now) {
        return destination
                .queue()
                .flatMap(QueueFigures::oldest)
                .map(since -> Duration.between(since, now))
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    /// Whether it has no room left, and what it does then.
    Shown full() {
        return destination
                .queue()
                .flatMap(QueueFigures::full)
                .map(words -> Shown.of(words, Tone.WARNING, Feather.ALERT_TRIANGLE))
                .orElseGet(Shown::nothing);
    }

    Focus key() {
        return new Focus(source.profileId(), destination.name());
    }

    /// What it has to do with another destination.
    Shown relation() {
        if (destination.deadLetterOf().isPresent()) {
            String all =
                    destination
                            .queue()
                            .map(queue -> String.join(", ", queue.deadLettersFrom()))
                            .filter(names -> !names.isEmpty())
                            .orElse(destination.deadLetterOf().get());
            Shown words = Shown.of(text("queues.dead-letters-of", all));
            return destination.retained().value().orElse(0) > 0
                    ? new Shown(words.text(), "", Tone.DANGER, Optional.of(Feather.ALERT_OCTAGON))
                    : words;
        }
        if (destination.retryOf().isPresent()) {
            return Shown.of(text("queues.retry-of", destination.retryOf().get()));
        }
        return told().orElseGet(this::guessed);
    }

    /// By the queue's own settings: the exchange and routing key, and where bindings lead from there.
    private Optional<Shown> told() {
        return destination
                .queue()
                .flatMap(QueueFigures::deadLettering)
                .map(
                        dead -> {
                            String exchange =
                                    dead.exchange().isEmpty()
                                            ? text("queues.default-exchange")
                                            : dead.exchange();
                            String way =
                                    dead.routingKey()
                                            .map(key -> exchange + " / " + key)
                                            .orElse(exchange);
                            String into = String.join(", ", dead.into());
                            return Shown.of(
                                            into.isEmpty() ? way : into,
                                            into.isEmpty() ? Tone.WARNING : Tone.MUTED,
                                            Feather.CORNER_DOWN_RIGHT)
                                    .withHint(
                                            text(
                                                    into.isEmpty()
                                                            ? "queues.dies-nowhere"
                                                            : "queues.dies-by",
                                                    way,
                                                    dead.by(),
                                                    into));
                        });
    }

    private Shown guessed() {
        return diesInto.map(
                        dead ->
                                Shown.of(dead.name(), Tone.MUTED, Feather.CORNER_DOWN_RIGHT)
                                        .withHint(text("queues.dies-into", dead.name())))
                .orElseGet(Shown::nothing);
    }
}
