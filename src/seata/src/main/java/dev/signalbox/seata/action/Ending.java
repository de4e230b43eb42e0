package dev.signalbox.seata.action;

import dev.signalbox.core.model.ActionKind;

/// The two ways to end a running transaction.
public enum Ending {
    ROLLBACK(ActionKind.ROLLBACK),
    COMMIT(ActionKind.COMMIT);

    private final ActionKind kind;

    Ending(ActionKind kind) {
        this.kind = kind;
    }

    public ActionKind kind() {
        return kind;
    }

    /// The key of a text that is worded for each of the two.
    String key(String prefix) {
        return prefix + "." + name();
    }
}
