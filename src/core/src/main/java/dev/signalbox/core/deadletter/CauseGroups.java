package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.DeadLetter.Cause;
import dev.signalbox.core.model.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Groups letters by cause as they stream by, in a memory that does not grow with them: what it keeps of a group is
/// small, and so many groups it keeps at most. Letters of further causes are counted together.
///
/// May be asked at any time, from any thread.
public final class CauseGroups {
    private static final int MOST_GROUPS = 1_000;
    private static final int FIRST_LETTERS = 4;
    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_TRACE = 8_000;

    private final int mostGroups;
    private final Map<CauseKey, Tally> tallies = new LinkedHashMap<>();
    private long read;
    private long other;

    public CauseGroups() {
        this(MOST_GROUPS);
    }

    CauseGroups(int mostGroups) {
        this.mostGroups = mostGroups;
    }

    /// What is known so far.
    ///
    /// @param letters read so far
    /// @param groups the largest first
    /// @param other letters of causes that are in none of the groups, because there are too many
    public record Summary(long letters, List<CauseGroup> groups, long other) {
        public Summary {
            groups = List.copyOf(groups);
        }
    }

    public synchronized void add(DeadLetter letter) {
        read++;
        CauseKey key = CauseKey.of(letter);
        Tally tally = tallies.get(key);
        if (tally == null) {
            if (tallies.size() == mostGroups) {
                other++;
                return;
            }
            tally = new Tally(letter.cause().map(CauseGroups::cut));
            tallies.put(key, tally);
        }
        tally.add(letter);
    }

    public synchronized Summary summary() {
        List<CauseGroup> groups = new ArrayList<>();
        tallies.forEach((key, tally) -> groups.add(tally.group(key, read)));
        groups.sort(
                Comparator.comparingLong(CauseGroup::count)
                        .reversed()
                        .thenComparing(CauseGroup::id));
        return new Summary(read, groups, other);
    }

    private static Cause cut(Cause cause) {
        return new Cause(
                cut(cause.exceptionClass(), LONGEST_MESSAGE),
                cut(cause.message(), LONGEST_MESSAGE),
                cut(cause.stackTrace(), LONGEST_TRACE));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    private static final class Tally {
        private final Optional<Cause> cause;
        private final TimeTally times = new TimeTally();
        private final List<MessageId> first = new ArrayList<>();
        private @Nullable MessageId last;
        private @Nullable Instant firstSeen;
        private @Nullable Instant lastSeen;
        private long count;

        Tally(Optional<Cause> cause) {
            this.cause = cause;
        }

        void add(DeadLetter letter) {
            count++;
            MessageId id = letter.message().id();
            if (first.size() < FIRST_LETTERS) {
                first.add(id);
            } else {
                last = id;
            }
            Instant at = letter.message().timestamp();
            if (at != null) {
                times.add(at);
                firstSeen = firstSeen == null || at.isBefore(firstSeen) ? at : firstSeen;
                lastSeen = lastSeen == null || at.isAfter(lastSeen) ? at : lastSeen;
            }
        }

        CauseGroup group(CauseKey key, long all) {
            List<MessageId> sample = new ArrayList<>(first);
            if (last != null) {
                sample.add(last);
            }
            return new CauseGroup(
                    key.id(),
                    key,
                    count,
                    Optional.ofNullable(firstSeen),
                    Optional.ofNullable(lastSeen),
                    (double) count / all,
                    cause,
                    times.timeline(),
                    sample);
        }
    }
}
