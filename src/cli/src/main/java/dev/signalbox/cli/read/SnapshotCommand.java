package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.json.StateJson;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.problem.ConnectorException;
import picocli.CommandLine.Command;

/// Everything that is known of the connections, always as JSON.
@Command(name = "snapshot", resourceBundle = Words.BUNDLE)
public final class SnapshotCommand extends ConnectedCommand {
    public SnapshotCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            StateJson json = new StateJson(surroundings().clock().instant());
            ObjectNode picture = Json.object();
            picture.put("at", surroundings().clock().instant().toString());
            ArrayNode connections = picture.putArray("connections");
            session.states().forEach(state -> connections.add(json.of(state)));
            output().write(terminal(), picture);
            return failedOrOk(session);
        }
    }
}
