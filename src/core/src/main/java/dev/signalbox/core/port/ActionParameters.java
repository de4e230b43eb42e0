package dev.signalbox.core.port;

import dev.signalbox.core.model.MessageSelection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes an action down for the audit: names and counts, never payloads.
final class ActionParameters {
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
            }
            case Action.PublishMessage publish -> {
                publish.partition()
                        .ifPresent(p -> parameters.put("partition", Integer.toString(p)));
                parameters.put("headers", Integer.toString(publish.headers().size()));
            }
            case Action.RestoreBackup restore ->
                    parameters.put("backup", restore.backup().id().toString());
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

    private static String selection(MessageSelection selection) {
        return switch (selection) {
            case MessageSelection.All _ -> "all";
            case MessageSelection.Newest newest -> "newest " + newest.count();
            case MessageSelection.Since since -> "since " + since.from();
            case MessageSelection.Ids ids -> ids.ids().toString();
            case MessageSelection.Ranges ranges -> ranges.ranges().toString();
        };
    }
}
