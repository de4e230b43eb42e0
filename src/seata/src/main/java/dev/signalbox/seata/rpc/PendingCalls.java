package dev.signalbox.seata.rpc;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The requests of one connection that wait for their answers, and what keeps that connection alive.
///
/// Every request ends: with its answer, or with the end of the connection.
final class PendingCalls extends SimpleChannelInboundHandler<Frame> {

    private final AtomicInteger ids = new AtomicInteger();
    private final ConcurrentMap<Integer, CompletableFuture<Object>> waiting =
            new ConcurrentHashMap<>();
    private volatile @Nullable Throwable end;

    int nextId() {
        return ids.incrementAndGet();
    }

    /// What will hold the answer to the request with that id. Forgotten when it is completed by anybody.
    CompletableFuture<Object> expect(int id) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        var _ = answer.whenComplete((_, _) -> waiting.remove(id));
        Throwable over = end;
        if (over != null) {
            answer.completeExceptionally(over);
        }
        return answer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        CompletableFuture<Object> answer = waiting.get(frame.id());
        if (frame.isHeartbeat() || answer == null) {
            return;
        }
        Object body = frame.body();
        if (body == null) {
            answer.completeExceptionally(new IOException("an answer without a body"));
        } else {
            answer.complete(body);
        }
    }

    /// The coordinator hangs up on who is silent for 15 seconds, and answers every heartbeat.
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent idle) {
            if (idle.state() == IdleState.WRITER_IDLE) {
                context.writeAndFlush(Frame.heartbeat(nextId()))
                        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            } else {
                endAll(new IOException("heartbeats are not answered"));
                var _ = context.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        endAll(new ClosedChannelException());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        endAll(
                cause instanceof DecoderException
                        ? Objects.requireNonNullElse(cause.getCause(), cause)
                        : cause);
        var _ = context.close();
    }

    /// The first reason is the one that counts.
    private synchronized void endAll(Throwable reason) {
        Throwable first = end;
        if (first == null) {
            first = reason;
            end = reason;
        }
        for (CompletableFuture<Object> answer : waiting.values()) {
            answer.completeExceptionally(first);
        }
    }
}
