package dev.signalbox.core.model;

/// Status of a global transaction, by the codes of Seata's `GlobalStatus` (2.6; 18 to 20 since 2.4).
public enum TransactionStatus {
    UNKNOWN(0, Phase.ENDED),
    BEGIN(1, Phase.RUNNING),
    COMMITTING(2, Phase.COMMITTING),
    COMMIT_RETRYING(3, Phase.COMMITTING),
    ROLLBACKING(4, Phase.ROLLING_BACK),
    ROLLBACK_RETRYING(5, Phase.ROLLING_BACK),
    TIMEOUT_ROLLBACKING(6, Phase.ROLLING_BACK),
    TIMEOUT_ROLLBACK_RETRYING(7, Phase.ROLLING_BACK),
    ASYNC_COMMITTING(8, Phase.COMMITTING),
    COMMITTED(9, Phase.ENDED),
    COMMIT_FAILED(10, Phase.STUCK),
    ROLLBACKED(11, Phase.ENDED),
    ROLLBACK_FAILED(12, Phase.STUCK),
    TIMEOUT_ROLLBACKED(13, Phase.ENDED),
    TIMEOUT_ROLLBACK_FAILED(14, Phase.STUCK),
    FINISHED(15, Phase.ENDED),
    COMMIT_RETRY_TIMEOUT(16, Phase.STUCK),
    ROLLBACK_RETRY_TIMEOUT(17, Phase.STUCK),
    DELETING(18, Phase.STUCK),
    STOP_COMMIT_RETRY(19, Phase.STUCK),
    STOP_ROLLBACK_RETRY(20, Phase.STUCK);

    /// Where in its life a transaction is.
    public enum Phase {
        RUNNING,
        COMMITTING,
        ROLLING_BACK,
        /// The coordinator has given up or was told to wait: only an operator moves it on.
        STUCK,
        ENDED
    }

    private final int code;
    private final Phase phase;

    TransactionStatus(int code, Phase phase) {
        this.code = code;
        this.phase = phase;
    }

    public int code() {
        return code;
    }

    public Phase phase() {
        return phase;
    }

    /// The status of a code; a code this version does not know is `UNKNOWN`.
    public static TransactionStatus ofCode(int code) {
        for (TransactionStatus status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        return UNKNOWN;
    }
}
