package dev.signalbox.demo.services.kafka;

/// Topics of the demo; each has a retry topic and a dead-letter topic beside it, all with the same
/// number of partitions. The broker's process creates them.
public final class Topics {

    public static final String ORDERS = "orders";
    public static final String PAYMENTS = "payments";
    public static final String STOCK = "stock";
    public static final String RECOMMENDATIONS = "recommendations";

    private Topics() {}

    public static String retryOf(String topic) {
        return topic + "-retry";
    }

    public static String deadLetterOf(String topic) {
        return topic + "-dlt";
    }
}
