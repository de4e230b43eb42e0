package dev.signalbox.app.overview;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what needs a hand in what is known of a connection.
final class Needs {
    /// A transaction that holds locks for longer than this holds somebody up.
    static final Duration LONG = Duration.ofMinutes(1);

    private final ConnectionState state;
    private final Source source;
    private final Instant now;
    private final List<Need> found = new ArrayList<>();

    private Needs(ConnectionState state, Instant now) {
        this.state = state;
        this.source = Source.of(state);
        this.now = now;
    }

    /// The most urgent first.
    static List<Need> of(List<ConnectionState> states, Instant now) {
        List<Need> all = new ArrayList<>();
        states.forEach(state -> all.addAll(new Needs(state, now).find()));
        all.sort(Need.urgency());
        return List.copyOf(all);
    }

    private List<Need> find() {
        connection();
        state.snapshot()
                .ifPresent(
                        known -> {
                            known.server().warnings().forEach(this::alarm);
                            known.destinations().forEach(this::deadLetters);
                            partitions(
                                    known,
                                    partition -> partition.leader().isEmpty(),
                                    Tone.DANGER,
                                    "need.leaderless");
                            partitions(known, Needs::lacksReplicas, Tone.WARNING, "need.replicas");
                            known.groups().forEach(this::group);
                            transactions(known);
                        });
        return found;
    }

    private void connection() {
        if (state.phase() == Phase.STALE || state.phase() == Phase.FAILED) {
            String last =
                    state.snapshot()
                            .map(
                                    known ->
                                            text(
                                                    "need.connection.last",
                                                    Times.ago(known.takenAt(), now)))
                            .orElseGet(() -> refused() ? "" : text("need.connection.never"));
            found.add(
                    new Need(
                            source.profileId(),
                            Tone.DANGER,
                            Need.Kind.CONNECTION,
                            0,
                            text(
                                    refused() ? "need.connection.refused" : "need.connection",
                                    source.name()),
                            state.problem().map(problem -> said(problem, last)).orElse(last),
                            source,
                            Optional.empty()));
        }
    }

    /// Whether it answers, and lets this user not in.
    private boolean refused() {
        return state.problem()
                .filter(
                        problem ->
                                problem.kind() == ProblemKind.AUTHORIZATION
                                        || problem.kind() == ProblemKind.AUTHENTICATION)
                .isPresent();
    }

    /// A node in alarm holds up all publishers.
    private void alarm(Problem warning) {
        found.add(
                new Need(
                        source.profileId() + "/" + Need.Kind.ALARM + "/" + warning.summary(),
                        Tone.DANGER,
                        Need.Kind.ALARM,
                        0,
                        warning.summary(),
                        warning.remedy().isEmpty() ? "" : sentence(warning.remedy()),
                        source,
                        Optional.of(
                                new Need.Target(
                                        FeatureId.SERVERS, new Focus(source.profileId(), "")))));
    }

    private void deadLetters(Destination destination) {
        long held = destination.retained().value().orElse(0);
        if (destination.isDeadLetters() && held > 0) {
            double arriving =
                    state.derived().deadLetterRates().getOrDefault(destination.name(), 0.0);
            String origin = destination.deadLetterOf().orElse("");
            add(
                    arriving > 0 ? Tone.DANGER : Tone.WARNING,
                    Need.Kind.DEAD_LETTERS,
                    held,
                    text("need.dead-letters", held, Formats.number(held), destination.name()),
                    arriving > 0
                            ? text("need.dead-letters.growing", origin, Formats.perMinute(arriving))
                            : text("need.dead-letters.still", origin),
                    FeatureId.DEAD_LETTERS,
                    destination.name());
        }
    }

    /// One need for all partitions of a kind: when a node dies, there are thousands.
    private void partitions(Snapshot known, Predicate<Partition> troubled, Tone tone, String key) {
        List<Destination> places =
                known.destinations().stream()
                        .filter(place -> place.partitions().stream().anyMatch(troubled))
                        .toList();
        long count =
                places.stream()
                        .flatMap(place -> place.partitions().stream())
                        .filter(troubled)
                        .count();
        if (count > 0) {
            add(
                    tone,
                    Need.Kind.PARTITIONS,
                    count,
                    text(key, count, Formats.number(count)),
                    text(
                            key + ".detail",
                            places.getFirst().name(),
                            places.size() - 1,
                            Formats.number(places.size() - 1)),
                    FeatureId.QUEUES,
                    places.getFirst().name());
        }
    }

    private static boolean lacksReplicas(Partition partition) {
        return partition.leader().isPresent() && partition.inSyncReplicas() < partition.replicas();
    }

    private static String said(Problem problem, String last) {
        return Stream.of(problem.summary(), problem.remedy(), last)
                .filter(words -> !words.isBlank())
                .map(Needs::sentence)
                .collect(Collectors.joining(" "));
    }

    private void group(ConsumerGroup group) {
        GroupTrend trend = state.derived().groups().get(group.id());
        if (trend == null || trend.verdict() == Verdict.OK || trend.verdict() == Verdict.UNKNOWN) {
            return;
        }
        boolean stalled = trend.verdict() == Verdict.STALLED;
        long lag = group.totalLag().orElse(0);
        String behind =
                trend.lagTime().map(time -> text("need.group.behind", Times.span(time))).orElse("");
        add(
                stalled ? Tone.DANGER : Tone.WARNING,
                Need.Kind.GROUP,
                lag,
                text(stalled ? "need.group.stalled" : "need.group.growing", group.id()),
                text(
                        "need.group.detail",
                        Formats.number(lag),
                        behind,
                        word("group-state", group.state())),
                FeatureId.CONSUMERS,
                group.id());
    }

    private void transactions(Snapshot known) {
        for (GlobalTransaction transaction : known.transactions()) {
            Duration age = transaction.age(now).orElse(Duration.ZERO);
            boolean old = age.compareTo(LONG) > 0;
            Optional<Tone> tone =
                    switch (transaction.status().phase()) {
                        case STUCK -> Optional.of(Tone.DANGER);
                        case ROLLING_BACK, COMMITTING ->
                                old ? Optional.of(Tone.DANGER) : Optional.empty();
                        case RUNNING -> old ? Optional.of(Tone.WARNING) : Optional.empty();
                        case ENDED -> Optional.empty();
                    };
            tone.ifPresent(
                    found ->
                            add(
                                    found,
                                    Need.Kind.TRANSACTION,
                                    age.toSeconds(),
                                    text(
                                            "need.transaction",
                                            transaction.name(),
                                            word("transaction-phase", transaction.status().phase()),
                                            Times.span(age)),
                                    text(
                                            "need.transaction.detail",
                                            transaction.xid(),
                                            Formats.number(transaction.branches().size()),
                                            Formats.number(transaction.lockCount())),
                                    FeatureId.TRANSACTIONS,
                                    transaction.xid()));
        }
    }

    /// Servers and their clients say some things without a full stop.
    private static String sentence(String words) {
        String said = words.strip();
        return said.matches("(?s).*[.!?…]") ? said : said + ".";
    }

    private void add(
            Tone tone,
            Need.Kind kind,
            long weight,
            String title,
            String detail,
            FeatureId feature,
            String subject) {
        found.add(
                new Need(
                        source.profileId() + "/" + kind + "/" + subject,
                        tone,
                        kind,
                        weight,
                        title,
                        detail,
                        source,
                        Optional.of(
                                new Need.Target(feature, new Focus(source.profileId(), subject)))));
    }
}
