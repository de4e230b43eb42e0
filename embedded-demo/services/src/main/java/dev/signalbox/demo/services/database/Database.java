package dev.signalbox.demo.services.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signalbox.demo.services.config.DatabaseAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/// The service's own database. Everything that goes through it directly is a plain local transaction;
/// branches of a global one go through Seata's proxy of [#source()].
public final class Database implements AutoCloseable {

    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Orders in flight need a connection for some milliseconds each; nobody holds one while waiting
    /// for another service.
    private static final int CONNECTIONS = 10;

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /// Opens the pool; waits a while for a server that is just starting.
    public static Database open(String service, DatabaseAccess access) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(service);
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(PATIENCE_AT_START.toMillis());
        config.addDataSourceProperty("ApplicationName", "demo-" + service);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new Database(new HikariDataSource(config));
    }

    /// The pool, as what Seata wants to wrap.
    public DataSource source() {
        return pool;
    }

    /// Runs the work in one local transaction.
    public <T, X extends Exception> T inTransaction(Work<T, X> work) throws SQLException, X {
        return LocalTransaction.run(pool, work);
    }

    /// Creates the tables that are not there yet.
    ///
    /// @param scripts names of class-path resources under `/schema`, each safe to run again
    public void createTables(String... scripts) throws SQLException {
        for (String script : scripts) {
            String ddl = resource("/schema/" + script);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(ddl);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String resource(String name) {
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read resource " + name, e);
        }
    }
}
