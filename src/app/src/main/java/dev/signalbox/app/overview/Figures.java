package dev.signalbox.app.overview;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.Derived.Latency;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.metrics.SeriesKey.Kind;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.monitor.ConnectionState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// The large figures over all connections shown. What can be added up is added up; of what cannot, the worst is
/// shown and named.
final class Figures {
    private final Live live;
    private final List<ConnectionState> states;

    Figures(Live live, List<ConnectionState> states) {
        this.live = live;
        this.states = states;
    }

    List<Figure> all() {
        return List.of(throughput(), success(), latency(), deadLetters(), transactions());
    }

    private Figure throughput() {
        OptionalDouble sum =
                states.stream()
                        .map(state -> state.derived().throughput())
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .reduce(Double::sum);
        return new Figure("throughput", Formats.rate(sum), "", lately(Kind.TOTAL_CONSUME_RATE));
    }

    private Figure success() {
        Optional<ConnectionState> worst =
                states.stream()
                        .filter(state -> state.derived().successShare().isPresent())
                        .min(
                                Comparator.comparingDouble(
                                        state -> state.derived().successShare().orElse(1)));
        OptionalDouble share =
                worst.map(state -> state.derived().successShare()).orElse(OptionalDouble.empty());
        return new Figure(
                "success",
                Formats.share(share),
                nameIfSeveral(worst, state -> state.successShare().isPresent()),
                List.of());
    }

    private Figure latency() {
        Optional<ConnectionState> worst =
                states.stream()
                        .filter(state -> state.derived().latency().isPresent())
                        .max(
                                Comparator.comparing(
                                        state ->
                                                state.derived()
                                                        .latency()
                                                        .map(Latency::p95)
                                                        .orElse(Duration.ZERO)));
        Optional<Latency> latency = worst.flatMap(state -> state.derived().latency());
        String name = nameIfSeveral(worst, state -> state.latency().isPresent());
        return new Figure(
                "latency",
                latency.map(
                                known ->
                                        Shown.of(text("figure.estimate", Times.span(known.mean())))
                                                .withHint(text("figure.latency.estimate")))
                        .orElseGet(() -> Shown.unknown(text("figure.too-early"))),
                latency.map(known -> text("figure.latency.p95", p95(known), name)).orElse(name),
                List.of());
    }

    /// A single time is no finer than the resolution; the mean of many is.
    private static String p95(Latency latency) {
        return latency.p95().compareTo(latency.resolution()) < 0
                ? text("figure.less-than", Times.span(latency.resolution()))
                : Times.span(latency.p95());
    }

    private Figure deadLetters() {
        List<Destination> places =
                snapshots().stream()
                        .flatMap(known -> known.destinations().stream())
                        .filter(Destination::isDeadLetters)
                        .toList();
        long holding =
                places.stream().filter(place -> place.retained().value().orElse(0) > 0).count();
        OptionalLong held =
                places.stream()
                        .map(place -> place.retained().value())
                        .filter(OptionalLong::isPresent)
                        .mapToLong(OptionalLong::getAsLong)
                        .reduce(Long::sum);
        Shown value = Formats.number(held, text("figure.dead-letters.unknown"));
        return new Figure(
                "dead-letters",
                held.orElse(0) > 0 ? value.withTone(Tone.DANGER) : value,
                places.isEmpty()
                        ? ""
                        : text(
                                "figure.dead-letters.places",
                                places.size(),
                                Formats.number(holding),
                                Formats.number(places.size())),
                lately(Kind.DEAD_LETTERS));
    }

    private Figure transactions() {
        long open =
                snapshots().stream()
                        .flatMap(known -> known.transactions().stream())
                        .filter(one -> one.status().phase() != TransactionStatus.Phase.ENDED)
                        .count();
        boolean coordinated = snapshots().stream().anyMatch(Figures::isCoordinator);
        return new Figure(
                "transactions",
                coordinated
                        ? Shown.of(Formats.number(open))
                        : Shown.unknown(text("figure.transactions.none")),
                "",
                lately(Kind.OPEN_TRANSACTIONS));
    }

    private static boolean isCoordinator(Snapshot known) {
        return known.capabilities().containsKey(ActionKind.ROLLBACK)
                || !known.transactions().isEmpty();
    }

    private List<Snapshot> snapshots() {
        return states.stream().map(ConnectionState::snapshot).flatMap(Optional::stream).toList();
    }

    /// The history of a total, where exactly one connection has one: points of two are never at the same time.
    private List<Point> lately(Kind kind) {
        List<List<Point>> known =
                states.stream()
                        .map(state -> live.points(state.profile().id(), SeriesKey.total(kind)))
                        .filter(points -> !points.isEmpty())
                        .toList();
        return known.size() == 1 ? known.getFirst() : List.of();
    }

    private String nameIfSeveral(Optional<ConnectionState> chosen, Predicate<Derived> has) {
        long count = states.stream().map(ConnectionState::derived).filter(has).count();
        return count > 1 ? chosen.map(state -> state.profile().name()).orElse("") : "";
    }
}
