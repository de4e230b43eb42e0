package dev.signalbox.seata.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.core.model.BranchType;
import org.apache.seata.rm.RMClient;
import org.apache.seata.rm.datasource.DataSourceProxy;
import org.apache.seata.tm.TMClient;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.postgresql.ds.PGSimpleDataSource;

/// A business with Seata's whole client. For every line `name timeoutMillis row` it opens a global transaction
/// with an AT branch in each of its databases, leaves it open and prints its XID.
///
/// Arguments: application, addresses of two databases. Ends with its standard input.
public final class BusinessMain {

    private BusinessMain() {}

    public static void main(String[] args) throws Exception {
        TMClient.init(args[0], "test_tx_group");
        RMClient.init(args[0], "test_tx_group");
        List<DataSource> databases = List.of(database(args[1]), database(args[2]));
        System.out.println("ready");
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] words = line.split(" ");
            int row = Integer.parseInt(words[2]);
            System.out.println(open(databases, words[0], Integer.parseInt(words[1]), row));
        }
        System.exit(0);
    }

    private static String open(List<DataSource> databases, String name, int timeout, int row)
            throws SQLException, TransactionException, IOException {
        GlobalTransaction transaction = GlobalTransactionContext.getCurrentOrCreate();
        transaction.begin(timeout, name);
        RootContext.bind(transaction.getXid());
        RootContext.bindBranchType(BranchType.AT);
        try {
            update(databases.get(0), "INSERT INTO purchase (id, quantity) VALUES (?, 3)", row);
            update(databases.get(1), "UPDATE item SET quantity = quantity - 3 WHERE id = ?", row);
        } finally {
            RootContext.unbind();
            RootContext.unbindBranchType();
        }
        return transaction.getXid();
    }

    private static void update(DataSource database, String sql, int row) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, row);
                statement.executeUpdate();
            }
            connection.commit();
        }
    }

    private static DataSource database(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("postgres");
        return new DataSourceProxy(source);
    }
}
