package dev.signalbox.app.deadletters;

import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A destination that keeps dead letters, found by itself.
///
/// @param clusterId of its server
/// @param of the destination whose letters they are
/// @param perMinute how many arrive
/// @param groups those that read that destination or its retries: who may have given up
record LetterPlace(
        Source source,
        String clusterId,
        Destination destination,
        String of,
        OptionalDouble perMinute,
        List<String> groups) {

    LetterPlace {
        groups = List.copyOf(groups);
    }

    Focus key() {
        return new Focus(source.profileId(), destination.name());
    }

    Reading count() {
        return destination.retained();
    }

    boolean holdsLetters() {
        return count().value().orElse(0) > 0;
    }

    /// Those of all connections, in their order.
    static List<LetterPlace> of(List<ConnectionState> states) {
        return states.stream().flatMap(LetterPlace::of).toList();
    }

    private static Stream<LetterPlace> of(ConnectionState state) {
        Source source = Source.of(state);
        return state.snapshot().stream()
                .flatMap(
                        known ->
                                known.destinations().stream()
                                        .filter(Destination::isDeadLetters)
                                        .map(place -> of(state, source, known, place)));
    }

    private static LetterPlace of(
            ConnectionState state, Source source, Snapshot known, Destination place) {
        String of = place.deadLetterOf().orElseThrow();
        Double perMinute = state.derived().deadLetterRates().get(place.name());
        return new LetterPlace(
                source,
                known.server().clusterId(),
                place,
                of,
                perMinute == null ? OptionalDouble.empty() : OptionalDouble.of(perMinute),
                readersOf(known, of));
    }

    private static List<String> readersOf(Snapshot known, String destination) {
        Set<String> read =
                Stream.concat(
                                Stream.of(destination),
                                known.destinations().stream()
                                        .filter(
                                                place ->
                                                        place.retryOf()
                                                                .equals(Optional.of(destination)))
                                        .map(Destination::name))
                        .collect(Collectors.toSet());
        return known.groups().stream()
                .filter(
                        group ->
                                group.positions().stream()
                                        .anyMatch(position -> read.contains(position.topic())))
                .map(ConsumerGroup::id)
                .sorted()
                .toList();
    }
}
