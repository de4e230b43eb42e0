package dev.signalbox.demo.services.transaction;

import static java.util.Map.entry;

import dev.signalbox.demo.services.config.SeataAccess;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.core.rpc.netty.RmNettyRemotingClient;
import org.apache.seata.core.rpc.netty.TmNettyRemotingClient;
import org.apache.seata.rm.RMClient;
import org.apache.seata.rm.datasource.DataSourceProxy;
import org.apache.seata.tm.TMClient;
import org.apache.seata.tm.TransactionManagerHolder;

/// Seata's client, of which there is one in a process: transaction manager and resource manager.
public final class Seata implements Coordinator, AutoCloseable {

    private static final int RPC_TIMEOUT_MILLIS = 10_000;

    private Seata() {}

    /// Connects to the coordinator. One that is away is no error: the client keeps trying, and so does
    /// whoever needs it.
    ///
    /// @param application the name the coordinator shows
    public static Seata start(SeataAccess access, String application) {
        settings(access).forEach(System::setProperty);
        TMClient.init(application, access.group());
        RMClient.init(application, access.group());
        return new Seata();
    }

    /// Every key of Seata's file configuration can be given as a system property instead, so that no
    /// file has to be written. Must be set before any class of Seata is touched.
    private static Map<String, String> settings(SeataAccess access) {
        return Map.ofEntries(
                entry("config.type", "file"),
                entry("config.file.name", "file.conf"),
                entry("registry.type", "file"),
                entry("service.vgroupMapping." + access.group(), "default"),
                entry("service.default.grouplist", access.server()),
                entry("client.undo.logSerialization", "jackson"),
                // Readable for whoever looks into the undo log
                entry("client.undo.compress.enable", "false"),
                entry("transport.rpcTmRequestTimeout", String.valueOf(RPC_TIMEOUT_MILLIS)),
                // A service starts without its coordinator and finds it later
                entry("transport.enableTmClientChannelCheckFailFast", "false"),
                entry("transport.enableRmClientChannelCheckFailFast", "false"));
    }

    /// Wraps a pool so that its connections take part in the global transaction of their thread.
    public DataSource proxy(DataSource pool) {
        return new DataSourceProxy(pool);
    }

    @Override
    public String begin(String name, Duration timeout) throws CoordinatorException {
        return asked(
                () ->
                        TransactionManagerHolder.get()
                                .begin(null, null, name, Math.toIntExact(timeout.toMillis())));
    }

    @Override
    public Ending commit(String xid) throws CoordinatorException {
        return asked(() -> Ending.of(TransactionManagerHolder.get().commit(xid)));
    }

    @Override
    public Ending rollBack(String xid) throws CoordinatorException {
        return asked(() -> Ending.of(TransactionManagerHolder.get().rollback(xid)));
    }

    @Override
    public Ending ending(String xid) throws CoordinatorException {
        return asked(() -> Ending.of(TransactionManagerHolder.get().getStatus(xid)));
    }

    @Override
    public void close() {
        TmNettyRemotingClient.getInstance().destroy();
        RmNettyRemotingClient.getInstance().destroy();
    }

    /// Catches any exception: a connection that breaks while Seata's client waits for the answer comes out
    /// as a bare `RuntimeException`.
    private static <T> T asked(Question<T> question) throws CoordinatorException {
        try {
            return question.ask();
        } catch (TransactionException | RuntimeException e) {
            throw new CoordinatorException(String.valueOf(e.getMessage()), e);
        }
    }

    private interface Question<T> {
        T ask() throws TransactionException;
    }
}
