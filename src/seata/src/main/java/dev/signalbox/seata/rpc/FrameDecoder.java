package dev.signalbox.seata.rpc;

import dev.signalbox.seata.problem.ForeignProtocolException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.seata.core.compressor.CompressorType;
import org.apache.seata.core.protocol.ProtocolConstants;
import org.apache.seata.core.serializer.SerializerType;
import org.apache.seata.serializer.seata.SeataSerializer;
import org.jspecify.annotations.Nullable;

/// Reads frames of protocol version 1, see [FrameEncoder].
///
/// What does not begin like a frame is told as [ForeignProtocolException] before its length is believed.
final class FrameDecoder extends LengthFieldBasedFrameDecoder {

    private static final int SHOWN = 16;

    private final SeataSerializer bodies = new SeataSerializer(ProtocolConstants.VERSION_1);

    FrameDecoder() {
        // The full length, at byte 3, counts the 7 bytes up to and including itself.
        super(ProtocolConstants.MAX_FRAME_LENGTH, 3, 4, -7, 0);
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        refuseForeign(in);
        if (!(super.decode(context, in) instanceof ByteBuf frame)) {
            return null;
        }
        try {
            return read(frame);
        } finally {
            frame.release();
        }
    }

    private static void refuseForeign(ByteBuf in) throws ForeignProtocolException {
        int known = Math.min(2, in.readableBytes());
        for (int i = 0; i < known; i++) {
            if (in.getByte(in.readerIndex() + i) != Frame.MAGIC) {
                byte[] start =
                        ByteBufUtil.getBytes(
                                in, in.readerIndex(), Math.min(SHOWN, in.readableBytes()));
                in.skipBytes(in.readableBytes());
                throw new ForeignProtocolException(new String(start, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private Frame read(ByteBuf frame) {
        int begin = frame.readerIndex();
        frame.skipBytes(7);
        int headLength = frame.readUnsignedShort();
        byte type = frame.readByte();
        byte codec = frame.readByte();
        byte compressor = frame.readByte();
        int id = frame.readInt();
        Frame heartbeat = new Frame(type, id, null);
        if (heartbeat.isHeartbeat()) {
            return heartbeat;
        }
        // Answers come in the codec and with the compressor of their request.
        if (codec != SerializerType.SEATA.getCode()
                || compressor != CompressorType.NONE.getCode()) {
            throw new CorruptedFrameException("codec " + codec + ", compressor " + compressor);
        }
        if (headLength < ProtocolConstants.V1_HEAD_LENGTH
                || begin + headLength > frame.writerIndex()) {
            throw new CorruptedFrameException("head of " + headLength + " bytes");
        }
        // Between the fixed head and the body may stand a map nobody here needs.
        frame.readerIndex(begin + headLength);
        byte[] body = new byte[frame.readableBytes()];
        frame.readBytes(body);
        return new Frame(type, id, body.length == 0 ? null : bodies.deserialize(body));
    }
}
