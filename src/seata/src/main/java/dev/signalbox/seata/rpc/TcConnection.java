package dev.signalbox.seata.rpc;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.seata.core.protocol.AbstractMessage;

/// One connection to one coordinator. Once it is closed, by either side, it stays so.
final class TcConnection {

    /// Half of what the coordinator bears, and the time after which its silence means that it is gone.
    private static final int HEARTBEAT_SECONDS = 5;

    private static final int SILENCE_SECONDS = 15;

    private final Channel channel;
    private final PendingCalls calls;

    private TcConnection(Channel channel, PendingCalls calls) {
        this.channel = channel;
        this.calls = calls;
    }

    /// Connects; does not yet say who we are.
    static TcConnection open(EventLoopGroup loop, Endpoint endpoint, Duration timeout)
            throws IOException, InterruptedException {
        PendingCalls calls = new PendingCalls();
        ChannelFuture connecting =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(timeout.toMillis()))
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(new Pipeline(calls))
                        .connect(endpoint.host(), endpoint.port());
        boolean settled = false;
        try {
            // A name that is looked up for ever is not in the connect time-out.
            settled = connecting.await(timeout.plusSeconds(1).toMillis());
        } finally {
            if (!settled) {
                var _ = connecting.channel().close();
            }
        }
        if (!settled) {
            throw new SocketTimeoutException("connect timed out");
        }
        if (connecting.cause() instanceof IOException failure) {
            throw failure;
        }
        if (!connecting.isSuccess()) {
            throw new IOException(connecting.cause());
        }
        return new TcConnection(connecting.channel(), calls);
    }

    boolean isOpen() {
        return channel.isActive();
    }

    /// Sends a request once. Whoever gives up waiting cancels what is returned.
    CompletableFuture<Object> send(AbstractMessage request) {
        int id = calls.nextId();
        CompletableFuture<Object> answer = calls.expect(id);
        channel.writeAndFlush(Frame.request(id, request))
                .addListener(
                        written -> {
                            if (!written.isSuccess()) {
                                answer.completeExceptionally(written.cause());
                            }
                        });
        return answer;
    }

    void close() {
        var _ = channel.close();
    }

    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final PendingCalls calls;

        Pipeline(PendingCalls calls) {
            this.calls = calls;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(
                            new IdleStateHandler(SILENCE_SECONDS, HEARTBEAT_SECONDS, 0),
                            new FrameDecoder(),
                            new FrameEncoder(),
                            calls);
        }
    }
}
