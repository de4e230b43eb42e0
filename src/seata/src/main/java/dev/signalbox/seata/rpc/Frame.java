package dev.signalbox.seata.rpc;

import org.apache.seata.core.protocol.HeartbeatMessage;
import org.apache.seata.core.protocol.ProtocolConstants;
import org.jspecify.annotations.Nullable;

/// One message on the wire.
///
/// @param type one of `ProtocolConstants.MSGTYPE_…`
/// @param id the same in a request and its answer
/// @param body null where there is none, as in a heartbeat
record Frame(byte type, int id, @Nullable Object body) {

    /// What every frame begins with, twice. Seata's own constant is not to be touched: it stands beside one that
    /// reads Seata's process-wide configuration, and fails where there is none.
    static final byte MAGIC = (byte) 0xda;

    static Frame request(int id, Object body) {
        return new Frame(ProtocolConstants.MSGTYPE_RESQUEST_SYNC, id, body);
    }

    static Frame heartbeat(int id) {
        return new Frame(ProtocolConstants.MSGTYPE_HEARTBEAT_REQUEST, id, HeartbeatMessage.PING);
    }

    /// Heartbeats say all by being there.
    boolean isHeartbeat() {
        return type == ProtocolConstants.MSGTYPE_HEARTBEAT_REQUEST
                || type == ProtocolConstants.MSGTYPE_HEARTBEAT_RESPONSE;
    }
}
