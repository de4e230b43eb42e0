package dev.signalbox.seata.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.seata.core.protocol.ProtocolConstants;
import org.junit.jupiter.api.Test;

/// What becomes of requests.
class PendingCallsTest {

    private final PendingCalls calls = new PendingCalls();
    private final EmbeddedChannel channel = new EmbeddedChannel(calls);

    @Test
    void anAnswerGoesToItsRequestAndToNoOther() {
        CompletableFuture<Object> one = calls.expect(1);
        CompletableFuture<Object> two = calls.expect(2);

        channel.writeInbound(new Frame(ProtocolConstants.MSGTYPE_RESPONSE, 2, "two"));

        assertThat(two).isCompletedWithValue("two");
        assertThat(one).isNotDone();
    }

    @Test
    void anAnswerToARequestThatWasGivenUpIsPassedOver() {
        calls.expect(1).cancel(false);

        channel.writeInbound(new Frame(ProtocolConstants.MSGTYPE_RESPONSE, 1, "late"));

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void anAnswerWithoutABodyIsNoAnswer() {
        CompletableFuture<Object> one = calls.expect(1);

        channel.writeInbound(new Frame(ProtocolConstants.MSGTYPE_RESPONSE, 1, null));

        assertThat(one).isCompletedExceptionally();
    }

    @Test
    void aHeartbeatWithTheIdOfARequestDoesNotAnswerIt() {
        CompletableFuture<Object> one = calls.expect(1);

        channel.writeInbound(new Frame(ProtocolConstants.MSGTYPE_HEARTBEAT_RESPONSE, 1, null));

        assertThat(one).isNotDone();
    }

    @Test
    void everyRequestFailsWhenTheConnectionEndsAlsoThoseThatComeAfter() {
        CompletableFuture<Object> before = calls.expect(1);
        var _ = channel.close();
        CompletableFuture<Object> after = calls.expect(2);

        assertThat(before.exceptionNow()).isInstanceOf(ClosedChannelException.class);
        assertThat(after.exceptionNow()).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void theFirstReasonIsTheOneThatIsTold() {
        channel.pipeline().fireExceptionCaught(new IOException("first"));

        assertThat(channel.isOpen()).isFalse();
        assertThat(calls.expect(1).exceptionNow()).hasMessage("first");
    }

    @Test
    void whoSaysNothingForFiveSecondsSendsAHeartbeat() {
        channel.pipeline().fireUserEventTriggered(IdleStateEvent.FIRST_WRITER_IDLE_STATE_EVENT);

        Frame sent = channel.readOutbound();
        assertThat(sent.isHeartbeat()).isTrue();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aCoordinatorThatNoLongerAnswersHeartbeatsIsGone() {
        CompletableFuture<Object> one = calls.expect(1);

        channel.pipeline().fireUserEventTriggered(IdleStateEvent.FIRST_READER_IDLE_STATE_EVENT);

        assertThat(channel.isOpen()).isFalse();
        assertThat(one.state()).isEqualTo(Future.State.FAILED);
    }
}
