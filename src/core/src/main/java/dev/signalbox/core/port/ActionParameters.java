package dev.signalbox.core.port;

import dev.signalbox.core.model.MessageSelection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes an action down for the audit: names and counts, never payloads.
final class ActionParameters {
    private static final int MOST = 50;

    private ActionParameters() {}

    static Map<String, String> of(Action action) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("target", action.target());
        switch (action) {
            case Action.PurgeDestination purge ->
                    parameters.put("selection", selection(purge.selection()));
            case Action.ReplayDeadLetters replay -> {
                parameters.put("selection", selection(replay.selection()));
                parameters.put("to", replay.to().orElse("origin"));
                parameters.put("again", Boolean.toString(replay.again()));
                if (replay.asIs()) {
                    parameters.put("move", "true");
                }
                if (!replay.edits().isNone()) {
                    parameters.put("edited", bounded(replay.edits().words()));
                }
            }
            case Action.PublishMessage publish -> {
                publish.partition()
                        .ifPresent(p -> parameters.put("partition", Integer.toString(p)));
                parameters.put("headers", Integer.toString(publish.headers().size()));
                if (!publish.properties().isEmpty()) {
                    parameters.put("properties", Integer.toString(publish.properties().size()));
                }
            }
            case Action.RestoreBackup restore -> {
                parameters.put("backup", restore.backup().id().toString());
                if (restore.to().isPresent()) {
                    parameters.put("from", restore.backup().destination());
                }
            }
            case Action.ResetOffsets reset -> {
                parameters.put("topics", String.join(",", reset.topics()));
                parameters.put("to", reset.to().toString());
            }
            case Action.RollbackTransaction _, Action.CommitTransaction _ -> {
                // The XID, which is the target, says it all.
            }
        }
        return parameters;
    }

    /// A filter can leave a great many ranges: the first of them, and how many there are, say enough.
    private static String bounded(List<?> all) {
        return all.size() <= MOST
                ? all.toString()
                : all.subList(0, MOST) + " and " + (all.size() - MOST) + " more";
    }

    private static String selection(MessageSelection selection) {
        return switch (selection) {
            case MessageSelection.All _ -> "all";
            case MessageSelection.Newest newest -> "newest " + newest.count();
            case MessageSelection.Since since -> "since " + since.from();
            case MessageSelection.Ids ids -> bounded(ids.ids());
            case MessageSelection.Ranges ranges -> bounded(ranges.ranges());
        };
    }
}
