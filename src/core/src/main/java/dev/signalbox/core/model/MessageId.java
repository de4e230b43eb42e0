package dev.signalbox.core.model;

/// Where a message lies.
///
/// @param destination topic or queue
/// @param partition partition of a topic; 0 for a queue
/// @param position offset in the partition; for a queue without offsets the place at which it was read
public record MessageId(String destination, int partition, long position) {
    @Override
    public String toString() {
        return destination + "-" + partition + "@" + position;
    }
}
