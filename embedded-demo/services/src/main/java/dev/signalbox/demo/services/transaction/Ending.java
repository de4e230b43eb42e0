package dev.signalbox.demo.services.transaction;

import org.apache.seata.core.model.GlobalStatus;

/// How far a global transaction has come, as far as its business is concerned.
public enum Ending {
    /// Still running: nobody has decided yet.
    OPEN,
    /// Decided: it commits, whatever phase two still has to do.
    COMMITTED,
    /// Decided: it rolls back, whatever phase two still has to do.
    ROLLED_BACK,
    /// The coordinator does not know it: it has ended and is forgotten. Only the data tell how.
    FORGOTTEN;

    /// Translates the coordinator's status.
    static Ending of(GlobalStatus status) {
        return switch (status) {
            case Begin -> OPEN;
            case Committing,
                    CommitRetrying,
                    AsyncCommitting,
                    Committed,
                    CommitFailed,
                    CommitRetryTimeout,
                    StopCommitOrCommitRetry ->
                    COMMITTED;
            case Rollbacking,
                    RollbackRetrying,
                    TimeoutRollbacking,
                    TimeoutRollbackRetrying,
                    Rollbacked,
                    RollbackFailed,
                    TimeoutRollbacked,
                    TimeoutRollbackFailed,
                    RollbackRetryTimeout,
                    StopRollbackOrRollbackRetry ->
                    ROLLED_BACK;
            case Finished, UnKnown, Deleting -> FORGOTTEN;
        };
    }
}
