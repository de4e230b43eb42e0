package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Sends copies of dead letters back to where they came from, exactly once for consumers that read committed messages.
///
/// Needs READ on the dead-letter topic, WRITE on the targets, and WRITE and READ on transactional ids and groups with the
/// prefix `signalbox-replay-`.
final class ReplayAction {
    private final Cluster cluster;

    ReplayAction(Cluster cluster) {
        this.cluster = cluster;
    }

    /// A plan after a look at some of the letters.
    Plan plan(ReplayDeadLetters replay) throws ConnectorException, InterruptedException {
        return plan(replay, ReplaySurvey::read);
    }

    /// A plan after a look at all of them.
    Plan complete(ReplayDeadLetters replay, PlanProgress progress)
            throws ConnectorException, InterruptedException {
        return plan(replay, survey -> survey.readAll(progress));
    }

    private interface Look {
        void at(ReplaySurvey survey) throws ConnectorException, InterruptedException;
    }

    private Plan plan(ReplayDeadLetters replay, Look look)
            throws ConnectorException, InterruptedException {
        PlanDraft draft = new PlanDraft(cluster.id(), cluster.clock().instant(), KafkaTexts::get);
        if (replay.asIs()) {
            throw KafkaProblems.exception(ProblemKind.UNSUPPORTED, "move.log", replay.target());
        }
        cluster.writable(replay.target());
        if (replay.to().isPresent()) {
            checkTarget(replay.target(), replay.to().get());
        }
        TopicExtent extent = TopicExtent.read(cluster.link(), replay.target());
        ReplaySurvey survey = new ReplaySurvey(cluster, extent, replay, draft);
        look.at(survey);
        survey.tell();
        return draft.plan(
                replay.of(new MessageSelection.Ranges(survey.frozen())),
                new Effect(
                        Unit.MESSAGES,
                        survey.count(),
                        survey.exact(),
                        survey.exact() ? OptionalLong.of(survey.bytes()) : OptionalLong.empty()),
                Reversal.NOT_NEEDED);
    }

    /// Of letters whose copies are edited a backup is kept: the topic may let go of them before anybody misses them.
    private static Optional<LetterFeed.Keeper> keeper(
            ReplayDeadLetters replay, Execution execution) {
        return replay.edits().isNone()
                ? Optional.empty()
                : Optional.of(new KeptOnce(execution::backUp));
    }

    private void checkTarget(String deadLetters, String to)
            throws ConnectorException, InterruptedException {
        if (to.equals(deadLetters)) {
            throw KafkaProblems.exception(ProblemKind.INVALID, "replay.to-itself", to);
        }
        cluster.writable(to);
    }

    Outcome execute(Plan plan, ReplayDeadLetters replay, Execution execution)
            throws ConnectorException, InterruptedException {
        if (!(replay.selection() instanceof MessageSelection.Ranges(List<Range> frozen))) {
            throw new IllegalStateException("a plan that is not frozen: " + replay.selection());
        }
        TopicExtent extent = TopicExtent.read(cluster.link(), replay.target());
        List<Range> letters = KafkaBrowser.within(extent, frozen);
        ProgressGroup progress = ProgressGroup.ofReplay(execution.actionId());
        Rivals rivals = new Rivals(cluster, replay.target(), progress);
        ReplayRun run = new ReplayRun(cluster, rivals, execution, plan.effect().count());
        try (TransactionalSender sender =
                Undisturbed.run(
                        () -> TransactionalSender.open(cluster, progress, replay.target()))) {
            rivals.claim(letters);
            Optional<LetterFeed.Keeper> keeper = keeper(replay, execution);
            try (LetterRouter router = new LetterRouter(cluster, replay, execution.actionId())) {
                run.run(
                        letters,
                        (rest, before) ->
                                LetterFeed.open(
                                        cluster.browser().read(extent, rest),
                                        router,
                                        cluster,
                                        execution::largestBatch,
                                        before,
                                        keeper),
                        sender);
            }
        }
        if (!run.inDoubt()) {
            Undisturbed.run(
                    () -> {
                        progress.remove(cluster.link());
                        return true;
                    });
        }
        return run.outcome();
    }
}
