package dev.signalbox.demo.services.kafka;

/// Names of the topics beside a topic: all with the same number of partitions.
public final class TopicNames {

    private TopicNames() {}

    public static String retryOf(String topic) {
        return topic + "-retry";
    }

    public static String deadLetterOf(String topic) {
        return topic + "-dlt";
    }
}
