package dev.signalbox.core.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.JsonRule;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A plan for letters in a file, to be looked at by somebody else or run later. It is planned anew before it is run, and
/// refused where that would do anything that was not in it.
///
/// @param profile connection it was made on
/// @param letters exact: what arrives later is not meant
/// @param to instead of the origin; replays only
/// @param asIs whether it is a move; see [Action.ReplayDeadLetters]
/// @param set what is changed in the copies, see [JsonRule]; replays only
/// @param count of messages
/// @param hazards codes of what was known to be risky
public record SavedPlan(
        int version,
        String profile,
        String clusterId,
        Instant madeAt,
        ActionKind kind,
        String target,
        List<Range> letters,
        Optional<String> to,
        boolean again,
        boolean asIs,
        List<JsonRule> set,
        long count,
        List<String> hazards) {
    /// A file that lay longer is made anew: the letters it is about may be gone.
    static final Duration FRESH = Duration.ofHours(24);

    private static final int VERSION = 1;

    public SavedPlan {
        letters = List.copyOf(letters);
        // Files written before there was such a thing have none.
        set = set == null ? List.of() : List.copyOf(set);
        hazards = List.copyOf(hazards);
    }

    /// @throws ConnectorException `UNSUPPORTED` for a plan that is not about letters or messages
    public static SavedPlan of(String profile, Plan plan) throws ConnectorException {
        if (plan.action() instanceof Action.ReplayDeadLetters replay
                && replay.selection() instanceof MessageSelection.Ranges(List<Range> letters)
                && replay.edits() instanceof MessageEdits.Rules(List<JsonRule> set)) {
            return of(profile, plan, letters, Optional.of(replay), set);
        }
        if (plan.action() instanceof Action.PurgeDestination purge
                && purge.selection() instanceof MessageSelection.Ranges(List<Range> letters)) {
            return of(profile, plan, letters, Optional.empty(), List.of());
        }
        throw problem(ProblemKind.UNSUPPORTED, "saved-plan.kind");
    }

    private static SavedPlan of(
            String profile,
            Plan plan,
            List<Range> letters,
            Optional<Action.ReplayDeadLetters> replay,
            List<JsonRule> set) {
        return new SavedPlan(
                VERSION,
                profile,
                plan.clusterId(),
                plan.madeAt(),
                plan.action().kind(),
                plan.action().target(),
                letters,
                replay.flatMap(Action.ReplayDeadLetters::to),
                replay.isPresent() && replay.get().again(),
                replay.isPresent() && replay.get().asIs(),
                set,
                plan.effect().count(),
                plan.hazards().stream().map(Hazard::code).distinct().toList());
    }

    /// What it would do, to be planned anew.
    public Action action() {
        MessageSelection selection = new MessageSelection.Ranges(letters);
        return kind == ActionKind.REPLAY
                ? new Action.ReplayDeadLetters(
                        target, selection, to, again, new MessageEdits.Rules(set), asIs)
                : new Action.PurgeDestination(target, selection);
    }

    /// The same for these of its letters.
    SavedPlan of(List<Range> some) {
        return new SavedPlan(
                version,
                profile,
                clusterId,
                madeAt,
                kind,
                target,
                some,
                to,
                again,
                asIs,
                set,
                LetterRanges.count(some),
                hazards);
    }

    /// @param fresh the plan made anew
    /// @throws ConnectorException `CONFLICT` when the file is too old, the server is another one, or the plan would now
    ///     do more or is risky in another way
    public void check(Plan fresh, Instant now) throws ConnectorException {
        if (madeAt.plus(FRESH).isBefore(now) || madeAt.isAfter(now.plus(FRESH))) {
            throw problem(ProblemKind.CONFLICT, "saved-plan.too-old", madeAt, FRESH.toHours());
        }
        checkServer(fresh);
        if (fresh.effect().count() > count) {
            throw GateProblems.wouldDoMore(count, fresh.effect().count());
        }
        for (Hazard hazard : fresh.hazards()) {
            // What was replayed since is left out, which is what it is saved for.
            if (hazard.severity() == Severity.DANGER && !hazards.contains(hazard.code())) {
                throw GateProblems.newHazard(hazard.text());
            }
        }
    }

    /// @throws ConnectorException `CONFLICT` when it was made on another server: the same letters are others there
    public void checkServer(Plan fresh) throws ConnectorException {
        if (!fresh.clusterId().equals(clusterId)) {
            throw problem(
                    ProblemKind.CONFLICT, "saved-plan.other-server", clusterId, fresh.clusterId());
        }
    }

    public void write(Path file) throws ConnectorException {
        try {
            PrivateFiles.replace(
                    file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        } catch (IOException e) {
            throw problem(ProblemKind.INVALID, "saved-plan.cannot-write", file, String.valueOf(e));
        }
    }

    public static SavedPlan read(Path file) throws ConnectorException {
        try {
            SavedPlan plan = Json.mapper().readValue(Files.readAllBytes(file), SavedPlan.class);
            boolean forLetters = plan.kind == ActionKind.REPLAY || plan.kind == ActionKind.PURGE;
            if (plan.version != VERSION || !forLetters) {
                throw problem(ProblemKind.UNSUPPORTED, "saved-plan.kind");
            }
            return plan;
        } catch (JsonProcessingException e) {
            throw problem(ProblemKind.INVALID, "saved-plan.broken", file, e.getOriginalMessage());
        } catch (IOException e) {
            throw problem(ProblemKind.INVALID, "saved-plan.cannot-read", file, String.valueOf(e));
        }
    }

    private static ConnectorException problem(ProblemKind kind, String key, Object... arguments) {
        return new ConnectorException(
                new Problem(
                        kind, CoreTexts.get(key, arguments), CoreTexts.get("saved-plan.remedy")));
    }
}
