package dev.signalbox.core.alert;

import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at every new state of the connections and says what is to be told. Any thread may call it.
///
/// What is not known to hold any more is not over: while a connection is lost, its other alerts stay as they are.
public final class Alerts {
    private final ZoneId zone;
    private final Map<String, Map<AlertKind, Watch>> watches = new HashMap<>();

    /// @param zone in which quiet hours are meant
    public Alerts(ZoneId zone) {
        this.zone = zone;
    }

    /// What is to be told now, and how.
    public record Notice(Alert alert, AlertRules.Channels channels) {}

    /// @throws ConnectorException `INVALID` when the rules of its profile are not understood
    public synchronized List<Notice> look(ConnectionState state, Instant now)
            throws ConnectorException {
        if (state.phase() == Phase.CLOSED) {
            watches.remove(state.profile().id());
            return List.of();
        }
        AlertRules rules = AlertRules.of(state.profile().settings());
        boolean loud =
                rules.channels()
                        .quiet()
                        .map(quiet -> !quiet.contains(now.atZone(zone).toLocalTime()))
                        .orElse(true);
        Map<AlertKind, Watch> ofConnection =
                watches.computeIfAbsent(state.profile().id(), _ -> new EnumMap<>(AlertKind.class));
        List<Notice> notices = new ArrayList<>();
        for (AlertKind kind : AlertKind.values()) {
            if (state.phase() == Phase.LIVE || kind == AlertKind.CONNECTION_LOST) {
                Duration held =
                        kind == AlertKind.CONNECTION_LOST
                                ? rules.connectionLost().orElse(Duration.ZERO)
                                : Duration.ZERO;
                Optional<Alert> told =
                        ofConnection
                                .computeIfAbsent(kind, Watch::new)
                                .look(
                                        state,
                                        Conditions.of(kind, state, rules, now),
                                        held,
                                        now,
                                        loud);
                told.ifPresent(alert -> notices.add(new Notice(alert, rules.channels())));
            }
        }
        return List.copyOf(notices);
    }

    /// What holds now, and what held last of each kind: what holds first, then the newest.
    public synchronized List<Alert> all() {
        return watches.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .flatMap(watch -> watch.alert().stream())
                .sorted(
                        Comparator.<Alert, Boolean>comparing(alert -> alert.ended().isPresent())
                                .thenComparing(Comparator.comparing(Alert::since).reversed())
                                .thenComparing(Alert::profileId)
                                .thenComparing(Alert::kind))
                .toList();
    }
}
