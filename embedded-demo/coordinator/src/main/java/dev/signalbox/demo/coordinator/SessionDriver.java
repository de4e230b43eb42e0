package dev.signalbox.demo.coordinator;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// H2's driver, with one mistake of Seata 2.0.0 put right: its console counts transactions and locks
/// with `select count(1) … order by gmt_create desc`, which only MySQL accepts. What is counted has
/// no order, so the order is left out; every other statement goes through as it is.
public final class SessionDriver implements Driver {
    private static final Pattern ORDERED_COUNT =
            Pattern.compile("^(select count\\(1\\) from .*) order by gmt_create desc$");

    private final Driver h2 = new org.h2.Driver();

    /// The statement as H2 accepts it.
    static String accepted(String sql) {
        return ORDERED_COUNT.matcher(sql.strip()).replaceFirst("$1");
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = h2.connect(url, info);
        return connection == null ? null : withAcceptedStatements(connection);
    }

    private static Connection withAcceptedStatements(Connection connection) {
        InvocationHandler handler =
                (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = accepted((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                };
        return (Connection)
                Proxy.newProxyInstance(
                        SessionDriver.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        handler);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return h2.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return h2.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return h2.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return h2.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return h2.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.h2");
    }
}
