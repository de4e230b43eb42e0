package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import picocli.CommandLine.Mixin;

/// A command that changes something: it says what, and the gate does it.
abstract class ActionCommand extends ConnectedCommand {
    private final ActionKind kind;

    @Mixin private final Consent consent = new Consent();

    ActionCommand(Surroundings surroundings, ActionKind kind) {
        super(surroundings);
        this.kind = kind;
    }

    /// What is to be done, from the options.
    abstract Action action(Session session)
            throws Failure, ConnectorException, InterruptedException;

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToAct()) {
            Action action = action(session);
            return new ActionFlow(surroundings(), session, consent, output())
                    .run(session.offering(kind), action);
        }
    }
}
