package dev.signalbox.seata.rpc;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.seata.core.model.BranchStatus;
import org.apache.seata.core.model.BranchType;
import org.apache.seata.core.protocol.AbstractMessage;
import org.apache.seata.core.protocol.ProtocolConstants;
import org.apache.seata.core.protocol.RegisterRMRequest;
import org.apache.seata.core.protocol.ResultCode;
import org.apache.seata.core.protocol.transaction.AbstractBranchEndRequest;
import org.apache.seata.core.protocol.transaction.AbstractBranchEndResponse;
import org.apache.seata.core.protocol.transaction.BranchCommitResponse;
import org.apache.seata.core.protocol.transaction.BranchRegisterRequest;
import org.apache.seata.core.protocol.transaction.BranchRegisterResponse;
import org.apache.seata.core.protocol.transaction.BranchRollbackRequest;
import org.apache.seata.core.protocol.transaction.BranchRollbackResponse;
import org.apache.seata.core.protocol.transaction.GlobalBeginRequest;
import org.apache.seata.core.protocol.transaction.GlobalBeginResponse;
import org.apache.seata.core.protocol.transaction.GlobalCommitRequest;
import org.apache.seata.core.protocol.transaction.GlobalRollbackRequest;

/// A service without a database: it opens transactions and registers branches of any type on a real coordinator,
/// and answers the coordinator's calls as the test wants it.
public final class HandMadeService implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final AtomicInteger ids = new AtomicInteger();
    private final ConcurrentMap<Integer, CompletableFuture<Object>> waiting =
            new ConcurrentHashMap<>();
    private final Channel channel;
    private volatile Function<AbstractBranchEndRequest, Optional<BranchStatus>> manner =
            request ->
                    Optional.of(
                            request instanceof BranchRollbackRequest
                                    ? BranchStatus.PhaseTwo_Rollbacked
                                    : BranchStatus.PhaseTwo_Committed);

    /// Connects and registers as the one that keeps `resource`.
    public HandMadeService(int port, String application, String resource) throws Exception {
        this.channel =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .handler(new Pipeline())
                        .connect("127.0.0.1", port)
                        .sync()
                        .channel();
        RegisterRMRequest register = new RegisterRMRequest(application, "test_tx_group");
        register.setResourceIds(resource);
        call(register);
    }

    /// How it answers from now on; empty: not at all.
    public void answer(Function<AbstractBranchEndRequest, Optional<BranchStatus>> newManner) {
        manner = newManner;
    }

    /// Opens a transaction and returns its XID.
    public String begin(String name, int timeoutMillis) throws Exception {
        GlobalBeginRequest request = new GlobalBeginRequest();
        request.setTransactionName(name);
        request.setTimeout(timeoutMillis);
        return ((GlobalBeginResponse) call(request)).getXid();
    }

    /// Registers a branch and returns its id.
    ///
    /// @param locks such as `account:1,2`; empty for none
    public long branch(String xid, BranchType type, String resource, String locks)
            throws Exception {
        BranchRegisterRequest request = new BranchRegisterRequest();
        request.setXid(xid);
        request.setBranchType(type);
        request.setResourceId(resource);
        request.setLockKey(locks);
        BranchRegisterResponse response = (BranchRegisterResponse) call(request);
        if (response.getResultCode() != ResultCode.Success) {
            throw new IllegalStateException(response.getMsg());
        }
        return response.getBranchId();
    }

    public void commit(String xid) throws Exception {
        GlobalCommitRequest request = new GlobalCommitRequest();
        request.setXid(xid);
        call(request);
    }

    public void rollback(String xid) throws Exception {
        GlobalRollbackRequest request = new GlobalRollbackRequest();
        request.setXid(xid);
        call(request);
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private Object call(AbstractMessage message) throws Exception {
        int id = ids.incrementAndGet();
        CompletableFuture<Object> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        channel.writeAndFlush(Frame.request(id, message)).sync();
        return answer.get(20, TimeUnit.SECONDS);
    }

    private static AbstractBranchEndResponse response(
            AbstractBranchEndRequest request, BranchStatus status) {
        AbstractBranchEndResponse response =
                request instanceof BranchRollbackRequest
                        ? new BranchRollbackResponse()
                        : new BranchCommitResponse();
        response.setXid(request.getXid());
        response.setBranchId(request.getBranchId());
        response.setBranchStatus(status);
        response.setResultCode(ResultCode.Success);
        return response;
    }

    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel connection) {
            connection.pipeline().addLast(new FrameDecoder(), new FrameEncoder(), new Talk());
        }
    }

    private final class Talk extends SimpleChannelInboundHandler<Frame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, Frame frame) {
            if (frame.body() instanceof AbstractBranchEndRequest request) {
                manner.apply(request)
                        .ifPresent(
                                status -> {
                                    var _ =
                                            context.writeAndFlush(
                                                    new Frame(
                                                            ProtocolConstants.MSGTYPE_RESPONSE,
                                                            frame.id(),
                                                            response(request, status)));
                                });
                return;
            }
            CompletableFuture<Object> answer = waiting.remove(frame.id());
            if (answer != null && frame.body() != null) {
                answer.complete(frame.body());
            }
        }
    }
}
