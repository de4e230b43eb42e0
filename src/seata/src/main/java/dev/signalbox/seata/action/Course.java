package dev.signalbox.seata.action;

import dev.signalbox.core.model.TransactionStatus;

/// Which way a transaction is going and how far it is.
enum Course {
    /// Nobody has decided yet.
    RUNNING,
    COMMITTING,
    /// Decided and kept for good; undo logs may still have to be deleted.
    COMMITTED,
    COMMIT_FAILED,
    ROLLING_BACK,
    ROLLED_BACK,
    ROLLBACK_FAILED,
    /// An operator has stopped it or is deleting it.
    HALTED,
    /// It has ended, or the coordinator does not know it: the two look the same.
    GONE;

    static Course of(TransactionStatus status) {
        return switch (status) {
            case BEGIN -> RUNNING;
            case COMMITTING, COMMIT_RETRYING -> COMMITTING;
            case ASYNC_COMMITTING, COMMITTED -> COMMITTED;
            case COMMIT_FAILED, COMMIT_RETRY_TIMEOUT -> COMMIT_FAILED;
            case ROLLBACKING, ROLLBACK_RETRYING, TIMEOUT_ROLLBACKING, TIMEOUT_ROLLBACK_RETRYING ->
                    ROLLING_BACK;
            case ROLLBACKED, TIMEOUT_ROLLBACKED -> ROLLED_BACK;
            case ROLLBACK_FAILED, TIMEOUT_ROLLBACK_FAILED, ROLLBACK_RETRY_TIMEOUT ->
                    ROLLBACK_FAILED;
            case DELETING, STOP_COMMIT_RETRY, STOP_ROLLBACK_RETRY -> HALTED;
            case UNKNOWN, FINISHED -> GONE;
        };
    }

    /// Where an ending leads while it is carried out.
    static Course under(Ending ending) {
        return switch (ending) {
            case ROLLBACK -> ROLLING_BACK;
            case COMMIT -> COMMITTING;
        };
    }

    /// Where it leads in the end.
    static Course after(Ending ending) {
        return switch (ending) {
            case ROLLBACK -> ROLLED_BACK;
            case COMMIT -> COMMITTED;
        };
    }

    static Course failed(Ending ending) {
        return switch (ending) {
            case ROLLBACK -> ROLLBACK_FAILED;
            case COMMIT -> COMMIT_FAILED;
        };
    }
}
