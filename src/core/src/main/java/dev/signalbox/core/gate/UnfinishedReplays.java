package dev.signalbox.core.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.ledger.LetterState;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Plan;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what a replay is to do in a file until it has done it, so that a console that crashed can offer to go on.
final class UnfinishedReplays {
    /// What lies longer is forgotten: hardly any broker still has those letters.
    static final Duration KEPT = Duration.ofDays(14);

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedReplays.class);
    private static final String ENDING = ".json";

    private final Path folder;
    private final ReplayLedger ledger;
    private final Owner self;

    UnfinishedReplays(Path folder, ReplayLedger ledger, Owner self) {
        this.folder = folder;
        this.ledger = ledger;
        this.self = self;
    }

    /// Notes that a replay begins. On the disk when this returns. Of a letter that was edited by hand nothing is kept: it is
    /// one, and what was typed is in no file.
    void begin(String profileId, Plan plan) throws ConnectorException {
        if (!(plan.action() instanceof ReplayDeadLetters replay
                && replay.edits() instanceof MessageEdits.Rules)) {
            return;
        }
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.replace(
                    file(plan.id()),
                    Json.mapper()
                            .writeValueAsBytes(
                                    new UnfinishedReplay(
                                            plan.id(), SavedPlan.of(profileId, plan), self)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Forgets it. Harmless for one that is not known.
    void forget(UUID id) throws ConnectorException {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Those that run nowhere any more and have letters left, newest first. Forgets those that have none, or none that a
    /// newer one does not see to.
    ///
    /// @param over whether one, of this console or another, runs nowhere any more
    List<UnfinishedReplay> list(Predicate<UnfinishedReplay> over, Instant now)
            throws ConnectorException {
        List<UnfinishedReplay> newer = new ArrayList<>();
        List<UnfinishedReplay> offered = new ArrayList<>();
        for (UnfinishedReplay replay : all()) {
            List<Range> letters = left(replay);
            UnfinishedReplay rest =
                    new UnfinishedReplay(replay.id(), replay.plan().of(letters), replay.owner());
            if (over.test(replay)) {
                if (letters.isEmpty()
                        || replay.plan().madeAt().plus(KEPT).isBefore(now)
                        || newer.stream().anyMatch(other -> seesTo(other.plan(), rest.plan()))) {
                    forget(replay.id());
                    continue;
                }
                offered.add(rest);
            }
            newer.add(rest);
        }
        return List.copyOf(offered);
    }

    private static boolean seesTo(SavedPlan newer, SavedPlan older) {
        return newer.clusterId().equals(older.clusterId())
                && newer.target().equals(older.target())
                && newer.to().equals(older.to())
                && newer.again() == older.again()
                && newer.set().equals(older.set())
                && LetterRanges.without(older.letters(), newer.letters()).isEmpty();
    }

    /// Letters that were to be sent again count as sent only when this replay has sent them.
    private List<Range> left(UnfinishedReplay replay) throws ConnectorException {
        SavedPlan plan = replay.plan();
        List<Range> sent =
                ledger.find(plan.clusterId(), plan.target(), plan.letters()).stream()
                        .filter(entry -> entry.state() == LetterState.SENT)
                        .filter(entry -> !plan.again() || entry.actionId().equals(replay.id()))
                        .map(ReplayLedger.Entry::letters)
                        .toList();
        return LetterRanges.without(plan.letters(), sent);
    }

    /// Newest first.
    private List<UnfinishedReplay> all() throws ConnectorException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<UnfinishedReplay> replays = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                read(file, replays);
            }
            replays.sort(
                    Comparator.comparing((UnfinishedReplay replay) -> replay.plan().madeAt())
                            .reversed());
            return replays;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// One that cannot be read hides no other.
    private static void read(Path file, List<UnfinishedReplay> replays) throws IOException {
        try {
            replays.add(Json.mapper().readValue(Files.readAllBytes(file), UnfinishedReplay.class));
        } catch (JsonProcessingException e) {
            LOG.warn("{} is no replay that could be resumed: {}", file, e.getOriginalMessage());
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id + ENDING);
    }

    private ConnectorException failed(IOException cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        CoreTexts.get("unfinished.failed", folder, String.valueOf(cause)),
                        CoreTexts.get("unfinished.failed.remedy"),
                        cause.toString()),
                cause);
    }
}
