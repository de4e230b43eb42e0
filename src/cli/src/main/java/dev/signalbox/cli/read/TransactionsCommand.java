package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.json.TransactionJson;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Instant;
import picocli.CommandLine.Command;

/// Global transactions that have not ended.
@Command(name = "list", resourceBundle = Words.BUNDLE)
public final class TransactionsCommand extends ConnectedCommand {
    public TransactionsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            Instant now = surroundings().clock().instant();
            ArrayNode all = Json.array();
            TransactionTable table = new TransactionTable(now);
            for (ConnectionState state : session.states()) {
                table.addAll(state);
                state.snapshot().stream()
                        .flatMap(snapshot -> snapshot.transactions().stream())
                        .forEach(
                                each -> {
                                    ObjectNode node = TransactionJson.of(each, now);
                                    all.add(node.put("profile", state.profile().id()));
                                });
            }
            if (output().isJson()) {
                output().write(terminal(), all);
            } else {
                write(session, table.lines());
            }
            return failedOrOk(session);
        }
    }
}
