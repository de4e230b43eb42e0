package dev.signalbox.core.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many letters there were when, counted in slots of one width. Slots in which there were none are left out.
///
/// @param width a second, or two, four, eight… of them
/// @param counts by the beginning of the slot, which is a multiple of the width
public record Timeline(Duration width, SortedMap<Instant, Long> counts) {
    static final Duration NARROWEST = Duration.ofSeconds(1);

    /// Of no letters.
    public static final Timeline NONE = new Timeline(NARROWEST, new TreeMap<>());

    public Timeline {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// One slot, also where nothing was counted in it.
    public record Slot(Instant from, long count) {}

    /// The narrowest width in which all of these fit into so many slots, beside each other on one line of time.
    public static Duration commonWidth(List<Timeline> all, int mostSlots) {
        Duration width = NARROWEST;
        TreeMap<Instant, Long> union = new TreeMap<>();
        for (Timeline each : all) {
            width = each.width.compareTo(width) > 0 ? each.width : width;
            union.putAll(each.counts);
        }
        if (!union.isEmpty()) {
            Duration span = Duration.between(union.firstKey(), union.lastKey());
            while (span.dividedBy(width) + 2 > mostSlots) {
                width = width.multipliedBy(2);
            }
        }
        return width;
    }

    /// The same letters counted in wider slots.
    ///
    /// @param wider the width, or two, four, eight… of it
    public Timeline inSlotsOf(Duration wider) {
        TreeMap<Instant, Long> merged = new TreeMap<>();
        counts.forEach((from, count) -> merged.merge(begin(from, wider), count, Long::sum));
        return new Timeline(wider, merged);
    }

    /// The letters of both.
    public Timeline plus(Timeline other) {
        Duration wider = width.compareTo(other.width) > 0 ? width : other.width;
        TreeMap<Instant, Long> sum = new TreeMap<>(inSlotsOf(wider).counts);
        other.inSlotsOf(wider).counts.forEach((from, count) -> sum.merge(from, count, Long::sum));
        return new Timeline(wider, sum);
    }

    /// Every slot from the one of `first` to the one of `last`.
    public List<Slot> slots(Instant first, Instant last) {
        List<Slot> slots = new ArrayList<>();
        Instant end = begin(last, width);
        for (Instant at = begin(first, width); !at.isAfter(end); at = at.plus(width)) {
            slots.add(new Slot(at, counts.getOrDefault(at, 0L)));
        }
        return List.copyOf(slots);
    }

    static Instant begin(Instant at, Duration width) {
        long seconds = width.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }
}
