package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Action;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Ends a running global transaction, one way or the other.
@Command(resourceBundle = Words.BUNDLE)
public final class EndTransactionCommand extends ActionCommand {
    private final Function<String, Action> ending;

    @Parameters(paramLabel = "XID", descriptionKey = "parameter.xid")
    private String xid = "";

    private EndTransactionCommand(
            Surroundings surroundings, ActionKind kind, Function<String, Action> ending) {
        super(surroundings, kind);
        this.ending = ending;
    }

    public static EndTransactionCommand rollback(Surroundings surroundings) {
        return new EndTransactionCommand(
                surroundings, ActionKind.ROLLBACK, Action.RollbackTransaction::new);
    }

    public static EndTransactionCommand commit(Surroundings surroundings) {
        return new EndTransactionCommand(
                surroundings, ActionKind.COMMIT, Action.CommitTransaction::new);
    }

    @Override
    Action action(Session session) {
        return ending.apply(xid);
    }
}
