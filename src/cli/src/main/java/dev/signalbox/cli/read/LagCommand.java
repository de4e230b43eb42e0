package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.GroupJson;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How far consumer groups are behind.
@Command(name = "lag", resourceBundle = Words.BUNDLE)
public final class LagCommand extends ConnectedCommand {
    /// Rates and verdicts come from movement, so one look is not enough for them.
    @Option(names = "--observe", paramLabel = "TIME", defaultValue = "0s")
    private Duration observe = Duration.ZERO;

    @Parameters(arity = "0..1", paramLabel = "GROUP", descriptionKey = "parameter.group")
    private @Nullable String group;

    public LagCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            List<ConnectionState> states = session.await(observe, _ -> observe.isZero());
            if (output().isJson()) {
                ArrayNode all = Json.array();
                states.forEach(
                        state ->
                                groupsOf(state)
                                        .forEach(
                                                each -> {
                                                    ObjectNode node =
                                                            GroupJson.of(each, state.derived());
                                                    node.put("profile", state.profile().id());
                                                    all.add(node);
                                                }));
                output().write(terminal(), all);
            } else {
                GroupTable table = new GroupTable();
                states.forEach(state -> groupsOf(state).forEach(each -> table.add(state, each)));
                write(session, table.lines());
            }
            return failedOrOk(session);
        }
    }

    private List<ConsumerGroup> groupsOf(ConnectionState state) {
        return state.snapshot().stream()
                .flatMap(snapshot -> snapshot.groups().stream())
                .filter(each -> group == null || each.id().equals(group))
                .sorted(
                        Comparator.comparingLong((ConsumerGroup each) -> each.totalLag().orElse(-1))
                                .reversed())
                .toList();
    }
}
