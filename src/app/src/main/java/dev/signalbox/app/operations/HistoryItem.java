package dev.signalbox.app.operations;

import dev.signalbox.core.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One action as the audit tells it: its intent, and what came of it.
///
/// @param entry the intent, or the refusal
/// @param outcome empty: none was written
/// @param runsHere whether this window is carrying it out right now
record HistoryItem(AuditEntry entry, Optional<AuditEntry> outcome, boolean runsHere) {

    /// A refusal has no action of its own: place and time tell it from others.
    Key key() {
        return new Key(entry.actionId(), entry.at());
    }

    record Key(UUID action, Instant at) {}

    HistoryResult result() {
        return switch (entry.event()) {
            case REFUSED -> HistoryResult.REFUSED;
            case UNLOCKED -> HistoryResult.UNLOCKED;
            case LOCKED -> HistoryResult.LOCKED;
            case INTENT, OUTCOME -> ofAction();
        };
    }

    private HistoryResult ofAction() {
        if (outcome.isEmpty()) {
            return runsHere ? HistoryResult.RUNNING : HistoryResult.NO_OUTCOME;
        }
        return switch (outcome.get().details().getOrDefault("result", "")) {
            case "SUCCEEDED" -> HistoryResult.SUCCEEDED;
            case "PARTIAL" -> HistoryResult.PARTIAL;
            case "FAILED" -> HistoryResult.FAILED;
            case "CANCELLED" -> HistoryResult.CANCELLED;
            default -> HistoryResult.UNKNOWN;
        };
    }

    String target() {
        return entry.parameters().getOrDefault("target", "");
    }

    /// A detail of the outcome, or of the intent.
    Optional<String> detail(String name) {
        return outcome.map(AuditEntry::details)
                .map(details -> details.get(name))
                .or(() -> Optional.ofNullable(entry.details().get(name)));
    }

    /// All details by the names the audit gives them.
    Map<String, String> all() {
        Map<String, String> all = new HashMap<>(entry.parameters());
        all.putAll(entry.details());
        outcome.ifPresent(it -> all.putAll(it.details()));
        return all;
    }

    /// @param newestFirst as the audit has them
    /// @param running what this window carries out
    static List<HistoryItem> of(List<AuditEntry> newestFirst, Set<UUID> running) {
        Map<UUID, AuditEntry> outcomes = new HashMap<>();
        List<HistoryItem> items = new ArrayList<>();
        for (AuditEntry entry : newestFirst) {
            switch (entry.event()) {
                case OUTCOME -> outcomes.put(entry.actionId(), entry);
                case INTENT ->
                        items.add(
                                new HistoryItem(
                                        entry,
                                        Optional.ofNullable(outcomes.get(entry.actionId())),
                                        running.contains(entry.actionId())));
                case REFUSED, UNLOCKED, LOCKED ->
                        items.add(new HistoryItem(entry, Optional.empty(), false));
            }
        }
        return List.copyOf(items);
    }
}
