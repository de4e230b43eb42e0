package dev.signalbox.core.port;

import dev.signalbox.core.model.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// What an action would do, worked out without doing it.
///
/// @param clusterId of the server it was made on; it is carried out on no other
/// @param action frozen: its selections are exact
/// @param sample a few of the messages concerned
public record Plan(
        UUID id,
        String clusterId,
        Action action,
        Instant madeAt,
        Effect effect,
        List<Step> steps,
        List<Message> sample,
        List<Hazard> hazards,
        Reversal reversal) {

    public Plan {
        steps = List.copyOf(steps);
        sample = List.copyOf(sample);
        hazards = List.copyOf(hazards);
    }

    /// The same plan with more to know, put first.
    public Plan withHazards(List<Hazard> more) {
        List<Hazard> all = new ArrayList<>(more);
        all.addAll(hazards);
        return new Plan(id, clusterId, action, madeAt, effect, steps, sample, all, reversal);
    }

    /// How much it touches.
    ///
    /// @param exact false: `count` is an upper bound
    /// @param bytes where known
    public record Effect(Unit unit, long count, boolean exact, OptionalLong bytes) {}

    /// What is counted.
    public enum Unit {
        MESSAGES,
        OFFSETS,
        BRANCHES
    }

    /// One part of the work, in the operator's language.
    public record Step(String text, long count) {}

    /// Something the operator should know before saying yes.
    ///
    /// @param code stable, for scripts and for telling whether a re-made plan has a new one
    /// @param text in the operator's language
    public record Hazard(Severity severity, String code, String text) {}

    public enum Severity {
        NOTE,
        WARNING,
        DANGER
    }

    /// How it can be taken back.
    public enum Reversal {
        /// Nothing is lost: messages or offsets are added or read only.
        NOT_NEEDED,
        /// A backup is written first and can be restored.
        BACKUP,
        /// What was there before is kept and can be put back.
        SAVED_STATE,
        /// It cannot.
        IMPOSSIBLE
    }
}
