package dev.signalbox.kafka;

/// A topic that messages are written to.
///
/// @param internal the broker's own
record Target(String topic, int partitions, boolean internal, TopicConfig config) {
    boolean has(int partition) {
        return 0 <= partition && partition < partitions;
    }
}
