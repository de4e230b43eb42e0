package dev.signalbox.demo.services.transaction;

import dev.signalbox.demo.services.database.LocalTransaction;
import dev.signalbox.demo.services.database.Writes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.core.model.BranchType;

/// Writes a branch of a global transaction: one local transaction with its undo log, committed at once
/// (phase one), undone later should the global transaction roll back.
///
/// Statements must be ones of which Seata can work out before and after images: single-row changes by
/// primary key. Committing takes the global lock of every changed row and waits about 0.3 s for one
/// that another transaction holds, with the row's database lock held, before it gives up.
public final class Branch {

    private final DataSource proxy;

    /// @param proxy of [Seata#proxy]
    public Branch(DataSource proxy) {
        this.proxy = proxy;
    }

    /// Runs the statements as a branch of the given transaction.
    ///
    /// @throws SQLException when a statement fails, a row is locked by another global transaction, or the
    ///     global transaction has already ended; nothing is written then
    public <X extends Exception> void write(String xid, Writes<X> writes) throws SQLException, X {
        RootContext.bind(xid);
        RootContext.bindBranchType(BranchType.AT);
        try {
            LocalTransaction.run(
                    proxy,
                    connection -> {
                        writes.on(connection);
                        return true;
                    });
        } finally {
            RootContext.unbindBranchType();
            RootContext.unbind();
        }
    }
}
