package dev.signalbox.kafka;

import java.util.OptionalLong;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/// How far a group is in one partition, as its coordinator tells it.
///
/// @param offset of the next message; for a share group all before it are done with
/// @param lag as the coordinator counts it: share groups only, for they finish messages out of order
/// @param note what the group's own software wrote beside the offset
record Commit(long offset, OptionalLong lag, String note) {
    static Commit of(OffsetAndMetadata committed) {
        String note = committed.metadata();
        return new Commit(committed.offset(), OptionalLong.empty(), note == null ? "" : note);
    }

    static Commit of(SharePartitionOffsetInfo info) {
        OptionalLong lag =
                info.lag().isPresent() ? OptionalLong.of(info.lag().get()) : OptionalLong.empty();
        return new Commit(info.startOffset(), lag, "");
    }
}
