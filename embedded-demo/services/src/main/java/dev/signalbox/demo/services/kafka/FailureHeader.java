package dev.signalbox.demo.services.kafka;

import java.util.List;

/// Names of the headers that Spring Kafka's `@RetryableTopic` and `DeadLetterPublishingRecoverer` put on
/// the messages they forward. Values are UTF-8 unless said otherwise.
final class FailureHeader {

    /// How often it has been tried once the retry is through; 4-byte int.
    static final String ATTEMPTS = "retry_topic-attempts";

    /// When the back-off is over; shortest integer.
    static final String NOT_BEFORE = "retry_topic-backoff-timestamp";

    /// Timestamp of the origin; shortest integer.
    static final String FIRST_TIMESTAMP = "retry_topic-original-timestamp";

    /// Prefixes: of a retry's headers and of a dead letter's.
    static final String RETRY = "kafka_";

    static final String DEAD_LETTER = "kafka_dlt-";

    static final String TOPIC = "original-topic";

    /// 4-byte int.
    static final String PARTITION = "original-partition";

    /// 8-byte long.
    static final String OFFSET = "original-offset";

    /// 8-byte long.
    static final String TIMESTAMP = "original-timestamp";

    static final String TIMESTAMP_TYPE = "original-timestamp-type";

    /// The one name that a retry shares with a dead letter.
    static final String GROUP = DEAD_LETTER + "original-consumer-group";

    static final String EXCEPTION = "exception-fqcn";
    static final String CAUSE = "exception-cause-fqcn";
    static final String MESSAGE = "exception-message";
    static final String STACKTRACE = "exception-stacktrace";

    private static final List<String> PREFIXES =
            List.of("retry_topic-", "kafka_original-", "kafka_exception-", DEAD_LETTER);

    private FailureHeader() {}

    /// Whether the header tells of a failure, this one or an earlier one before a replay.
    static boolean isOne(String name) {
        return PREFIXES.stream().anyMatch(name::startsWith);
    }
}
