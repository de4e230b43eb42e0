package dev.signalbox.seata.rpc;

import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.seata.problem.SeataProblems;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.seata.core.protocol.AbstractMessage;
import org.apache.seata.core.protocol.RegisterTMRequest;
import org.apache.seata.core.protocol.RegisterTMResponse;
import org.apache.seata.core.protocol.ResultCode;
import org.apache.seata.core.protocol.transaction.AbstractGlobalEndRequest;
import org.apache.seata.core.protocol.transaction.AbstractGlobalEndResponse;
import org.apache.seata.core.protocol.transaction.GlobalCommitRequest;
import org.apache.seata.core.protocol.transaction.GlobalRollbackRequest;
import org.apache.seata.core.protocol.transaction.GlobalStatusRequest;
import org.jspecify.annotations.Nullable;

/// A transaction manager towards one coordinator, over one connection that is made when it is needed and made
/// again after it was lost.
///
/// Nothing is ever sent twice: a request whose connection ends fails, and only the next request connects anew.
/// Holds one event loop of its own, so any number of coordinators can be spoken to from one process.
public final class TcClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    /// How the coordinator's log names who ended a transaction.
    private static final String APPLICATION = "signalbox";

    private final Endpoint endpoint;
    private final String group;
    private final Duration answerTimeout;
    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("seata-rpc", true), NioIoHandler.newFactory());
    private final ReentrantLock connecting = new ReentrantLock();
    private @Nullable Registered registered;

    /// Does not connect yet.
    ///
    /// @param group transaction service group to register with
    public TcClient(Endpoint endpoint, String group) {
        this(endpoint, group, ANSWER_TIMEOUT);
    }

    TcClient(Endpoint endpoint, String group, Duration answerTimeout) {
        this.endpoint = endpoint;
        this.group = group;
        this.answerTimeout = answerTimeout;
    }

    /// The coordinator's version, as it tells it to who registers.
    public String version() throws ConnectorException, InterruptedException {
        return connect().version();
    }

    /// Where a transaction is. `FINISHED` also where the coordinator does not know it.
    public TransactionStatus status(String xid) throws ConnectorException, InterruptedException {
        GlobalStatusRequest request = new GlobalStatusRequest();
        request.setXid(xid);
        AbstractGlobalEndResponse response =
                await(connect().connection().send(request), AbstractGlobalEndResponse.class);
        if (response.getResultCode() != ResultCode.Success) {
            throw SeataProblems.refusedByRpc(address(), words(response.getMsg()));
        }
        return statusOf(response);
    }

    /// Asks for a roll-back, once, and returns at once with what will hold the answer. That fails with an
    /// `IOException` when the connection ends first; whether the coordinator got the request is not known then.
    ///
    /// @throws ConnectorException when there is no connection: nothing was sent
    public CompletableFuture<Answer> rollback(String xid)
            throws ConnectorException, InterruptedException {
        return end(xid, new GlobalRollbackRequest());
    }

    /// The same for a commit.
    public CompletableFuture<Answer> commit(String xid)
            throws ConnectorException, InterruptedException {
        return end(xid, new GlobalCommitRequest());
    }

    /// What this speaks to, for people.
    public String address() {
        return endpoint.toString();
    }

    /// Requests that wait for an answer fail.
    @Override
    public void close() {
        var _ = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private CompletableFuture<Answer> end(String xid, AbstractGlobalEndRequest request)
            throws ConnectorException, InterruptedException {
        request.setXid(xid);
        return connect()
                .connection()
                .send(request)
                .thenApply(
                        body -> {
                            AbstractGlobalEndResponse response = (AbstractGlobalEndResponse) body;
                            return new Answer(statusOf(response), words(response.getMsg()));
                        });
    }

    private static String words(@Nullable String message) {
        return message == null ? "" : message;
    }

    private static TransactionStatus statusOf(AbstractGlobalEndResponse response) {
        var status = response.getGlobalStatus();
        return status == null
                ? TransactionStatus.UNKNOWN
                : TransactionStatus.ofCode(status.getCode());
    }

    private Registered connect() throws ConnectorException, InterruptedException {
        connecting.lockInterruptibly();
        try {
            Registered known = registered;
            if (known == null || !known.connection().isOpen()) {
                known = register();
                registered = known;
            }
            return known;
        } finally {
            connecting.unlock();
        }
    }

    private Registered register() throws ConnectorException, InterruptedException {
        if (loop.isShuttingDown()) {
            throw SeataProblems.rpc(address(), new IOException("closed by the console"));
        }
        TcConnection connection;
        try {
            connection = TcConnection.open(loop, endpoint, CONNECT_TIMEOUT);
        } catch (IOException e) {
            throw SeataProblems.rpc(address(), e);
        }
        boolean accepted = false;
        try {
            AbstractMessage request = new RegisterTMRequest(APPLICATION, group);
            RegisterTMResponse response = await(connection.send(request), RegisterTMResponse.class);
            if (!response.isIdentified()) {
                throw SeataProblems.registrationRefused(address(), group, words(response.getMsg()));
            }
            accepted = true;
            return new Registered(connection, words(response.getVersion()));
        } finally {
            if (!accepted) {
                connection.close();
            }
        }
    }

    private <T> T await(CompletableFuture<Object> answer, Class<T> type)
            throws ConnectorException, InterruptedException {
        try {
            Object body = answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
            if (type.isInstance(body)) {
                return type.cast(body);
            }
            throw SeataProblems.rpc(
                    address(), new IOException("an answer to something else: " + body.getClass()));
        } catch (ExecutionException e) {
            throw SeataProblems.rpc(address(), Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw SeataProblems.rpc(address(), e);
        } finally {
            answer.cancel(false);
        }
    }

    private record Registered(TcConnection connection, String version) {}
}
