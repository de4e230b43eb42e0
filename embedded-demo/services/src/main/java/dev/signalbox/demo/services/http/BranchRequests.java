package dev.signalbox.demo.services.http;

import dev.signalbox.demo.services.database.SqlStates;
import dev.signalbox.demo.services.database.Writes;
import dev.signalbox.demo.services.transaction.Branch;
import java.sql.SQLException;

/// Requests that write a branch of the caller's global transaction.
public final class BranchRequests {

    private final Branch branch;

    public BranchRequests(Branch branch) {
        this.branch = branch;
    }

    /// Writes the branch of the transaction that the request names.
    ///
    /// @return the XID
    /// @throws RefusedException with 400 without a XID, 409 when another transaction holds a row or the
    ///     caller's has ended, 503 when the database is away, or what the statements throw
    public String write(Request request, Writes<RefusedException> writes) throws RefusedException {
        String xid =
                request.header(Peer.XID)
                        .orElseThrow(() -> new RefusedException(400, "no header " + Peer.XID));
        try {
            branch.write(xid, writes);
            return xid;
        } catch (SQLException e) {
            throw new RefusedException(
                    SqlStates.databaseIsAway(e) ? 503 : 409, String.valueOf(e.getMessage()));
        }
    }
}
