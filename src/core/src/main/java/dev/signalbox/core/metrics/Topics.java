package dev.signalbox.core.metrics;

import dev.signalbox.core.model.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What is remembered of all topics of one server.
final class Topics {
    private static final double MINUTE = 60;

    private final Windows windows;
    private final Duration leastSpan;
    private final Map<String, TopicTrend> topics = new HashMap<>();
    private final Tally deadLetters;
    private Optional<Instant> lastComplete = Optional.empty();
    private Map<String, Double> rates = Map.of();
    private Map<String, Double> deadLetterRates = Map.of();

    Topics(Windows windows, Duration leastSpan) {
        this.windows = windows;
        this.leastSpan = leastSpan;
        this.deadLetters = new Tally(windows.minute());
    }

    /// @param complete whether these are all there are
    void look(Instant at, List<Destination> destinations, boolean complete) {
        Map<String, Double> ratesNow = HashMap.newHashMap(destinations.size());
        Map<String, Double> deadLetterRatesNow = new HashMap<>();
        long died = 0;
        for (Destination destination : destinations) {
            TopicTrend topic =
                    topics.computeIfAbsent(
                            destination.name(), _ -> new TopicTrend(windows, destination));
            long count = topic.look(at, destination, lastComplete);
            topic.produced()
                    .perSecond(windows.rate(), leastSpan)
                    .ifPresent(rate -> ratesNow.put(destination.name(), rate));
            // A queue has no offsets to count by: its server counts.
            destination
                    .queue()
                    .ifPresent(
                            queue ->
                                    queue.rates()
                                            .in()
                                            .ifPresent(
                                                    rate ->
                                                            ratesNow.put(
                                                                    destination.name(), rate)));
            if (destination.isDeadLetters()) {
                died += count;
                topic.produced()
                        .perSecond(windows.minute(), windows.rate())
                        .ifPresent(
                                rate -> deadLetterRatesNow.put(destination.name(), rate * MINUTE));
            }
        }
        if (destinations.isEmpty()) {
            deadLetters.restart();
        } else {
            deadLetters.add(at, died);
        }
        lastComplete = complete ? Optional.of(at) : Optional.empty();
        forgetGone(at, destinations.size());
        rates = ratesNow;
        deadLetterRates = deadLetterRatesNow;
    }

    /// Too much time has passed: what happened in between belongs to no window.
    void restart() {
        topics.values().forEach(topic -> topic.produced().restart());
        deadLetters.restart();
        lastComplete = Optional.empty();
    }

    @Nullable TopicTrend topic(String name) {
        return topics.get(name);
    }

    Map<String, Double> rates() {
        return rates;
    }

    Map<String, Double> deadLetterRates() {
        return deadLetterRates;
    }

    /// Dead letters that arrived within the last minute, on all topics together.
    OptionalLong died() {
        return deadLetters.sum(windows.minute(), windows.rate());
    }

    /// Sum of the known rates of what is not internal; empty when none is known.
    OptionalDouble totalRate(List<Destination> destinations) {
        double total = 0;
        boolean known = false;
        for (Destination destination : destinations) {
            Double rate = rates.get(destination.name());
            if (rate != null && !destination.internal()) {
                total += rate;
                known = true;
            }
        }
        return known ? OptionalDouble.of(total) : OptionalDouble.empty();
    }

    private void forgetGone(Instant at, int present) {
        if (topics.size() > present) {
            Instant before = at.minus(windows.longestGap());
            topics.values().removeIf(topic -> topic.lastSeen().isBefore(before));
        }
    }
}
