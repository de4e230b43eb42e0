package dev.signalbox.seata.rpc;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import org.apache.seata.core.compressor.CompressorType;
import org.apache.seata.core.protocol.ProtocolConstants;
import org.apache.seata.core.serializer.SerializerType;
import org.apache.seata.serializer.seata.SeataSerializer;

/// Writes frames of protocol version 1.
///
/// ```
/// 0     2       3             7             9      10      11           12   16
/// | da da | version | full length | head length | type | codec | compressor | id | body
/// ```
///
/// The bodies are written by Seata's own serializer. Its framing is not used: that reads Seata's process-wide
/// configuration, and only logs what it cannot write.
final class FrameEncoder extends MessageToByteEncoder<Frame> {

    private final SeataSerializer bodies = new SeataSerializer(ProtocolConstants.VERSION_1);

    FrameEncoder() {
        super(Frame.class);
    }

    @Override
    protected void encode(ChannelHandlerContext context, Frame frame, ByteBuf out) {
        byte[] body = frame.isHeartbeat() ? new byte[0] : bodies.serialize(frame.body());
        out.writeByte(Frame.MAGIC);
        out.writeByte(Frame.MAGIC);
        out.writeByte(ProtocolConstants.VERSION_1);
        out.writeInt(ProtocolConstants.V1_HEAD_LENGTH + body.length);
        out.writeShort(ProtocolConstants.V1_HEAD_LENGTH);
        out.writeByte(frame.type());
        out.writeByte(SerializerType.SEATA.getCode());
        out.writeByte(CompressorType.NONE.getCode());
        out.writeInt(frame.id());
        out.writeBytes(body);
    }
}
