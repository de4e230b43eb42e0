package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Plain;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.alert.Alert;
import dev.signalbox.core.alert.Alerts;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tells alerts as they begin and end, by the rules of the profiles, until it is interrupted or its time is over.
@Command(name = "alerts", resourceBundle = Words.BUNDLE)
public final class AlertsCommand extends ConnectedCommand {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Option(names = "--duration", paramLabel = "TIME")
    private @Nullable Duration duration;

    @Option(names = "--first")
    private boolean first;

    /// What has been told.
    private final List<Alert> told = new ArrayList<>();

    public AlertsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// `ALERTED` when anything was told.
    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        Alerts alerts = new Alerts(surroundings().clock().getZone());
        try (Session session = openToRead()) {
            long began = System.nanoTime();
            while (true) {
                look(alerts, session.states());
                boolean over = duration != null && System.nanoTime() - began >= duration.toNanos();
                if (over || surroundings().interruption().isInterrupted() || (first && alerted())) {
                    return alerted() ? ExitCode.ALERTED : ExitCode.OK;
                }
                session.await(EVERY, _ -> false);
            }
        }
    }

    private boolean alerted() {
        return !told.isEmpty();
    }

    private void look(Alerts alerts, List<ConnectionState> states) throws ConnectorException {
        Instant now = surroundings().clock().instant();
        for (ConnectionState state : states) {
            alerts.look(state, now);
        }
        // Oldest first, as they came.
        for (Alert alert : alerts.all().reversed()) {
            if (!told.contains(alert)) {
                told.removeIf(alert::isSameAs);
                told.add(alert);
                tell(alert, now);
            }
        }
    }

    private void tell(Alert alert, Instant now) {
        terminal()
                .out()
                .println(output().isJson() ? Json.line(json(alert, now)) : line(alert, now));
        terminal().out().flush();
    }

    private static String line(Alert alert, Instant now) {
        return Plain.of(
                Words.get(
                        alert.ended().isPresent() ? "alerts.ended" : "alerts.holds",
                        now,
                        alert.connection(),
                        Words.get("alert." + alert.kind()),
                        String.join(", ", alert.subjects())));
    }

    private static ObjectNode json(Alert alert, Instant now) {
        ObjectNode node =
                Json.object()
                        .put("at", now.toString())
                        .put("profile", alert.profileId())
                        .put("connection", alert.connection())
                        .put("environment", alert.environment().name())
                        .put("kind", alert.kind().name())
                        .put("since", alert.since().toString());
        Json.putText(node, "ended", alert.ended());
        ArrayNode subjects = node.putArray("subjects");
        alert.subjects().forEach(subjects::add);
        return node;
    }
}
