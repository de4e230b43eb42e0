package dev.signalbox.core.alert;

import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Follows one kind of alert on one connection: when it begins, when it is told, when it is armed again.
final class Watch {
    /// What comes back sooner than this is the same alert: it flaps.
    static final Duration REARMED_AFTER = Duration.ofMinutes(5);

    /// More subjects are told no sooner than this.
    static final Duration TOLD_AGAIN_AFTER = Duration.ofMinutes(10);

    private final AlertKind kind;
    private @Nullable Instant firstHeld;
    private @Nullable Alert alert;
    private Optional<Instant> lastTold = Optional.empty();
    private Set<String> toldSubjects = Set.of();

    Watch(AlertKind kind) {
        this.kind = kind;
    }

    Optional<Alert> alert() {
        return Optional.ofNullable(alert);
    }

    /// @param subjects of which it holds now
    /// @param held for so long before it counts
    /// @param loud whether anybody may be disturbed now
    /// @return what is to be told now
    Optional<Alert> look(
            ConnectionState state, Set<String> subjects, Duration held, Instant now, boolean loud) {
        if (subjects.isEmpty()) {
            firstHeld = null;
            end(now);
            return Optional.empty();
        }
        Instant since = firstHeld == null ? now : firstHeld;
        firstHeld = since;
        if (Duration.between(since, now).compareTo(held) < 0) {
            return Optional.empty();
        }
        Alert current = current(state.profile(), subjects, since, now);
        alert = current;
        if (!loud || !isToBeTold(subjects, now)) {
            return Optional.empty();
        }
        lastTold = Optional.of(now);
        toldSubjects = Set.copyOf(subjects);
        return Optional.of(current);
    }

    private void end(Instant now) {
        Alert ended = alert;
        if (ended != null && ended.ended().isEmpty()) {
            alert =
                    new Alert(
                            ended.profileId(),
                            ended.connection(),
                            ended.environment(),
                            kind,
                            ended.subjects(),
                            ended.since(),
                            Optional.of(now));
        }
    }

    private Alert current(Profile profile, Set<String> subjects, Instant since, Instant now) {
        Alert before = alert;
        boolean same =
                before != null
                        && before.ended()
                                .map(it -> it.plus(REARMED_AFTER).isAfter(now))
                                .orElse(true);
        if (!same) {
            lastTold = Optional.empty();
            toldSubjects = Set.of();
        }
        return new Alert(
                profile.id(),
                profile.name(),
                profile.environment(),
                kind,
                List.copyOf(new TreeSet<>(subjects)),
                same && before != null ? before.since() : since,
                Optional.empty());
    }

    private boolean isToBeTold(Set<String> subjects, Instant now) {
        return lastTold.map(
                        at ->
                                !toldSubjects.containsAll(subjects)
                                        && !at.plus(TOLD_AGAIN_AFTER).isAfter(now))
                .orElse(true);
    }
}
