package dev.signalbox.core.port;

/// Where copies of letters lie after one batch of a replay.
///
/// @param destination that holds them
/// @param partition of a topic; 0 for a queue
/// @param from offset of the first of them; 0 where messages have no offsets
/// @param past offset after the last of them; 0 where messages have no offsets
/// @param count of the copies; others' messages may lie between them
public record Landing(String destination, int partition, long from, long past, long count) {
    /// Copies in a queue, which gives its messages no offsets.
    public static Landing inQueue(String queue, long count) {
        return new Landing(queue, 0, 0, 0, count);
    }

    public boolean hasOffsets() {
        return past > from;
    }
}
