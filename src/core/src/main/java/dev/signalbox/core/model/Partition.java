package dev.signalbox.core.model;

import java.util.OptionalInt;

/// One partition of a topic.
///
/// @param leader node id; empty while there is none
/// @param startOffset offset of the oldest retained message
/// @param endOffset offset the next message will get
public record Partition(
        int index,
        OptionalInt leader,
        int replicas,
        int inSyncReplicas,
        Reading startOffset,
        Reading endOffset) {}
