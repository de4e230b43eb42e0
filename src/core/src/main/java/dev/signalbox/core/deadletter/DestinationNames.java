package dev.signalbox.core.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a topic or queue is for, told by its name.
///
/// A name proves nothing, so it counts only where what it points to exists. The exceptions are names that nobody gives
/// by chance: RocketMQ's, and those the operator has named.
public final class DestinationNames {
    /// Dead letters, but of what the name does not tell.
    public static final String UNKNOWN_ORIGIN = "?";

    /// Spring Kafka (`orders-dlt`, `orders.DLT`), Spring Cloud Stream on RabbitMQ (`orders.group.dlq`), and common.
    private static final Pattern SUFFIX =
            Pattern.compile("(.+)[-._](?:dlt|dlq)", Pattern.CASE_INSENSITIVE);

    /// The default prefix of share groups' dead letters (KIP-1191).
    private static final Pattern PREFIX = Pattern.compile("dlq\\.(.+)");

    private static final Pattern MASS_TRANSIT = Pattern.compile("(.+)_(?:error|skipped)");
    private static final Pattern UBER = Pattern.compile("(.+)__dlq__.+");
    private static final Pattern ROCKET = Pattern.compile("%DLQ%(.+)");

    /// Spring Cloud Stream on Kafka: `error.<destination>.<group>`.
    private static final String CLOUD_STREAM = "error.";

    /// Spring's `orders-retry`, `orders-retry-0`, `orders-retry-5000`, and the same with other separators.
    private static final Pattern RETRY =
            Pattern.compile("(.+)[-._]retry(?:-\\d+)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern UBER_RETRY = Pattern.compile("(.+)__retry_\\d+__.+");
    private static final Pattern ROCKET_RETRY = Pattern.compile("%RETRY%(.+)");

    private final Set<String> existing;
    private final List<Function<String, Optional<String>>> deadLetters;
    private final List<Function<String, Optional<String>>> retries;

    /// @param existing the names of all destinations there are
    public DestinationNames(Set<String> existing) {
        this(existing, List.of());
    }

    /// @param own patterns of the operator; their first group, if they have one, is the origin
    DestinationNames(Set<String> existing, List<Pattern> own) {
        this.existing = Set.copyOf(existing);
        this.deadLetters =
                List.of(
                        name -> own(own, name),
                        name -> origin(SUFFIX, name),
                        name -> origin(PREFIX, name),
                        name -> origin(MASS_TRANSIT, name),
                        name -> origin(UBER, name),
                        name -> first(ROCKET, name),
                        this::cloudStream);
        this.retries =
                List.of(
                        name -> origin(RETRY, name),
                        name -> origin(UBER_RETRY, name),
                        name -> first(ROCKET_RETRY, name));
    }

    /// The destination (for RocketMQ the group) whose dead letters are kept in `name`.
    public Optional<String> deadLetterOf(String name) {
        return firstOf(deadLetters, name);
    }

    /// The destination whose messages wait in `name` for another attempt.
    public Optional<String> retryOf(String name) {
        return firstOf(retries, name);
    }

    private static Optional<String> firstOf(
            List<Function<String, Optional<String>>> rules, String name) {
        return rules.stream().map(rule -> rule.apply(name)).flatMap(Optional::stream).findFirst();
    }

    /// The origin of a name that one of the operator's patterns knows.
    static Optional<String> own(List<Pattern> patterns, String name) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(name))
                .filter(Matcher::matches)
                .findFirst()
                .map(
                        matcher ->
                                Optional.ofNullable(
                                                matcher.groupCount() > 0 ? matcher.group(1) : null)
                                        .orElse(UNKNOWN_ORIGIN));
    }

    private Optional<String> origin(Pattern pattern, String name) {
        return first(pattern, name).filter(existing::contains);
    }

    private static Optional<String> first(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Destination and group may have dots themselves: the longest destination that exists.
    private Optional<String> cloudStream(String name) {
        if (!name.startsWith(CLOUD_STREAM)) {
            return Optional.empty();
        }
        String rest = name.substring(CLOUD_STREAM.length());
        for (int dot = rest.lastIndexOf('.'); dot > 0; dot = rest.lastIndexOf('.', dot - 1)) {
            String destination = rest.substring(0, dot);
            if (dot + 1 < rest.length() && existing.contains(destination)) {
                return Optional.of(destination);
            }
        }
        return Optional.empty();
    }
}
