package dev.signalbox.app.deadletters;

import dev.signalbox.core.model.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The letters that died of one cause.
///
/// @param first when the oldest of them arrived
record CauseGroup(Cause cause, long count, Optional<Instant> first, Optional<Instant> last) {

    /// The most frequent first.
    static List<CauseGroup> of(List<Letter> letters) {
        Map<Cause, List<Letter>> byCause = new LinkedHashMap<>();
        letters.forEach(
                letter ->
                        byCause.computeIfAbsent(letter.cause(), _ -> new ArrayList<>())
                                .add(letter));
        return byCause.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(CauseGroup::count).reversed())
                .toList();
    }

    private static CauseGroup of(Cause cause, List<Letter> letters) {
        List<Instant> times =
                letters.stream()
                        .map(Letter::message)
                        .map(Message::timestamp)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        return new CauseGroup(
                cause,
                letters.size(),
                times.stream().findFirst(),
                times.isEmpty() ? Optional.empty() : Optional.of(times.getLast()));
    }
}
