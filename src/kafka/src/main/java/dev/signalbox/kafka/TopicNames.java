package dev.signalbox.kafka;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a topic is for, told by its name.
///
/// Spring Kafka's conventions: `orders.DLT` (2.x), `orders-dlt`, `orders-retry`, `orders-retry-0`,
/// `orders-retry-5000`. The same with `dlq` and with other separators is common elsewhere. A name alone proves nothing,
/// so it counts only where the topic it points to exists.
final class TopicNames {
    private static final Pattern DEAD_LETTERS = Pattern.compile("(.+)[-._](?:dlt|dlq)");
    private static final Pattern RETRY = Pattern.compile("(.+)[-._]retry(?:-\\d+)?");

    private final Set<String> topics;

    /// @param topics all that exist
    TopicNames(Set<String> topics) {
        this.topics = topics;
    }

    /// The topic whose dead letters are kept in `name`.
    Optional<String> deadLetterOf(String name) {
        return origin(DEAD_LETTERS, name);
    }

    /// The topic whose messages wait in `name` for another attempt.
    Optional<String> retryOf(String name) {
        return origin(RETRY, name);
    }

    private Optional<String> origin(Pattern convention, String name) {
        Matcher matcher = convention.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(name.substring(0, matcher.end(1))).filter(topics::contains)
                : Optional.empty();
    }
}
