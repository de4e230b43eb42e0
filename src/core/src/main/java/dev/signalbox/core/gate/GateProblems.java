package dev.signalbox.core.gate;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;

/// The refusals of the gate, in words.
final class GateProblems {
    private GateProblems() {}

    static ConnectorException notOpen(String profileId) {
        return refused(ProblemKind.NOT_FOUND, "gate.not-open", profileId);
    }

    static ConnectorException readOnly(String profile) {
        return refused(ProblemKind.AUTHORIZATION, "gate.read-only", profile);
    }

    static ConnectorException noReason(String profile) {
        return refused(ProblemKind.INVALID, "gate.no-reason", profile);
    }

    static ConnectorException unlockTooLong(long hours) {
        return refused(ProblemKind.INVALID, "gate.unlock-too-long", hours);
    }

    static ConnectorException unknownPlan() {
        return refused(ProblemKind.INVALID, "gate.unknown-plan");
    }

    static ConnectorException tooOld(long minutes) {
        return refused(ProblemKind.CONFLICT, "gate.too-old", minutes);
    }

    static ConnectorException nameNotTyped(String target) {
        return refused(ProblemKind.INVALID, "gate.name-not-typed", target);
    }

    static ConnectorException otherServer(String profile) {
        return refused(ProblemKind.CONFLICT, "gate.other-server", profile);
    }

    static ConnectorException wouldDoMore(long reviewed, long now) {
        return refused(ProblemKind.CONFLICT, "gate.would-do-more", reviewed, now);
    }

    static ConnectorException newHazard(String hazard) {
        return refused(ProblemKind.CONFLICT, "gate.new-hazard", hazard);
    }

    static ConnectorException allReplayed(String source) {
        return refused(ProblemKind.CONFLICT, "gate.all-replayed", source);
    }

    static ConnectorException cannotStopAt(String reason) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNSUPPORTED,
                        reason,
                        CoreTexts.get("gate.stop-at-queue.remedy")));
    }

    static ConnectorException notFollowed() {
        return refused(ProblemKind.NOT_FOUND, "gate.not-followed");
    }

    static Problem unexpected(Throwable cause) {
        return new Problem(
                ProblemKind.UNEXPECTED,
                CoreTexts.get("gate.unexpected", cause.getClass().getSimpleName()),
                CoreTexts.get("gate.unexpected.remedy"),
                cause.toString());
    }

    private static ConnectorException refused(ProblemKind kind, String key, Object... arguments) {
        return new ConnectorException(
                new Problem(
                        kind,
                        CoreTexts.get(key, arguments),
                        CoreTexts.get(key + ".remedy", arguments)));
    }
}
