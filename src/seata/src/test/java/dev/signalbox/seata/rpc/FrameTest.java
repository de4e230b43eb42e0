package dev.signalbox.seata.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.signalbox.seata.problem.ForeignProtocolException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.seata.core.model.GlobalStatus;
import org.apache.seata.core.protocol.ProtocolConstants;
import org.apache.seata.core.protocol.ResultCode;
import org.apache.seata.core.protocol.transaction.GlobalStatusRequest;
import org.apache.seata.core.protocol.transaction.GlobalStatusResponse;
import org.junit.jupiter.api.Test;

/// The bytes on the wire.
class FrameTest {

    private final EmbeddedChannel encoder = new EmbeddedChannel(new FrameEncoder());
    private final EmbeddedChannel decoder = new EmbeddedChannel(new FrameDecoder());

    @Test
    void aRequestIsReadAsItWasWritten() {
        GlobalStatusRequest request = new GlobalStatusRequest();
        request.setXid("10.0.0.7:8091:42");

        ByteBuf bytes = written(Frame.request(7, request));
        decoder.writeInbound(bytes);

        Frame read = decoder.readInbound();
        assertThat(read.id()).isEqualTo(7);
        assertThat(read.type()).isEqualTo(ProtocolConstants.MSGTYPE_RESQUEST_SYNC);
        assertThat(read.body())
                .asInstanceOf(type(GlobalStatusRequest.class))
                .returns("10.0.0.7:8091:42", GlobalStatusRequest::getXid);
    }

    @Test
    void anAnswerThatComesByteByByteIsReadOnce() {
        GlobalStatusResponse response = new GlobalStatusResponse();
        response.setResultCode(ResultCode.Success);
        response.setGlobalStatus(GlobalStatus.Begin);
        ByteBuf bytes = written(new Frame(ProtocolConstants.MSGTYPE_RESPONSE, 7, response));
        while (bytes.readableBytes() > 1) {
            decoder.writeInbound(bytes.readRetainedSlice(1));
            assertThat(decoder.<Frame>readInbound()).isNull();
        }
        decoder.writeInbound(bytes.readRetainedSlice(1));

        Frame read = decoder.readInbound();
        assertThat(read.body())
                .asInstanceOf(type(GlobalStatusResponse.class))
                .returns(GlobalStatus.Begin, GlobalStatusResponse::getGlobalStatus);
        bytes.release();
    }

    @Test
    void aHeartbeatIsSixteenBytesWithoutABody() {
        ByteBuf bytes = written(Frame.heartbeat(9));

        assertThat(hex(bytes))
                .isEqualTo("dada01" + "00000010" + "0010" + "03" + "01" + "00" + "00000009");
        decoder.writeInbound(bytes);
        Frame read = decoder.readInbound();
        assertThat(read.isHeartbeat()).isTrue();
    }

    @Test
    void aMapBetweenHeadAndBodyIsSteppedOver() {
        GlobalStatusRequest request = new GlobalStatusRequest();
        request.setXid("x");
        byte[] plain = HexFormat.of().parseHex(hex(written(Frame.request(7, request))));
        byte[] map = {0, 1, 'k', 0, 1, 'v'};
        ByteBuf longer = Unpooled.buffer();
        longer.writeBytes(plain, 0, 3);
        longer.writeInt(plain.length + map.length);
        longer.writeShort(16 + map.length);
        longer.writeBytes(plain, 9, 7);
        longer.writeBytes(map);
        longer.writeBytes(plain, 16, plain.length - 16);

        decoder.writeInbound(longer);

        Frame read = decoder.readInbound();
        assertThat(read.body())
                .asInstanceOf(type(GlobalStatusRequest.class))
                .returns("x", GlobalStatusRequest::getXid);
    }

    @Test
    void aWebServerIsRecognised() {
        assertThatThrownBy(() -> decoder.writeInbound(ascii("HTTP/1.1 400 \r\n\r\n")))
                .hasCauseInstanceOf(ForeignProtocolException.class)
                .cause()
                .asInstanceOf(type(ForeignProtocolException.class))
                .returns(true, ForeignProtocolException::isHttp);
    }

    @Test
    void anythingElseThatIsNoCoordinatorIsToldWithItsFirstBytes() {
        assertThatThrownBy(() -> decoder.writeInbound(ascii("SSH-2.0-OpenSSH\r\n")))
                .cause()
                .isInstanceOf(ForeignProtocolException.class)
                .hasMessageContaining("SSH-2.0");
        assertThatThrownBy(
                        () ->
                                new EmbeddedChannel(new FrameDecoder())
                                        .writeInbound(
                                                Unpooled.wrappedBuffer(
                                                        new byte[] {(byte) 0xda, 1})))
                .cause()
                .hasMessageContaining("\\xda\\x01");
    }

    @Test
    void aFrameThatLiesAboutItsHeadIsRefused() {
        ByteBuf bytes = written(Frame.request(7, new GlobalStatusRequest()));
        bytes.setShort(7, 4711);

        assertThatThrownBy(() -> decoder.writeInbound(bytes))
                .isInstanceOf(CorruptedFrameException.class);
    }

    @Test
    void aCodecNobodyAskedForIsRefused() {
        ByteBuf bytes = written(Frame.request(7, new GlobalStatusRequest()));
        bytes.setByte(10, 2);

        assertThatThrownBy(() -> decoder.writeInbound(bytes))
                .isInstanceOf(CorruptedFrameException.class);
    }

    @Test
    void aFrameOfGigabytesIsNotWaitedFor() {
        ByteBuf bytes =
                Unpooled.buffer().writeShort(0xdada).writeByte(1).writeInt(Integer.MAX_VALUE);

        assertThatThrownBy(() -> decoder.writeInbound(bytes))
                .isInstanceOf(TooLongFrameException.class);
    }

    @Test
    void aBodyThatIsNoMessageIsRefused() {
        ByteBuf bytes = written(Frame.request(7, new GlobalStatusRequest()));
        bytes.setShort(16, 9999);

        assertThatThrownBy(() -> decoder.writeInbound(bytes)).isInstanceOf(DecoderException.class);
    }

    private ByteBuf written(Frame frame) {
        encoder.writeOutbound(frame);
        return encoder.readOutbound();
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    private static String hex(ByteBuf bytes) {
        return ByteBufUtil.hexDump(bytes);
    }
}
