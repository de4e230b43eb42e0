package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Landing;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.rabbitmq.LetterRouter.Route;
import dev.signalbox.rabbitmq.Publisher.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One replay. Each batch is noted and published; while the server works on it the next ones follow; once it has confirmed
/// all of a batch, that is noted and acknowledged.
///
/// A crash before the first note or after the acknowledgement leaves no doubt. Between the two the letters of the batches
/// under way are in doubt, of [#UNDER_WAY] at most: they are in the queue again, the ledger knows them, and the next replay
/// leaves them out and says so.
final class ReplayRun {
    /// After so long of waiting to be let on, it is time to look whether the letters are still in hand.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Batches that are in doubt at once.
    static final int UNDER_WAY = 3;

    private final Held held;
    private final Publisher publisher;
    private final LetterRouter router;
    private final Execution execution;
    private final Keeper keeper;
    private final long total;
    private final Deque<Wave> waves = new ArrayDeque<>();
    private final ReplayTally tally;
    private final List<Range> settled = new ArrayList<>();
    private Optional<Problem> broken = Optional.empty();

    /// Keeps letters as they are, before anything of them is sent.
    interface Keeper {
        void keep(List<Taken> letters) throws ConnectorException;
    }

    /// A letter with its copy.
    private record Pair(Taken letter, Route.Copy copy) {}

    /// A batch that was published.
    private record Wave(List<Letter> letters, Flight flight) {}

    /// What is left of a letter when its copy is on its way.
    private record Letter(Taken taken, String target, String queue) {}

    ReplayRun(
            Held held,
            Publisher publisher,
            LetterRouter router,
            Execution execution,
            Keeper keeper,
            long total,
            ReplayTally tally) {
        this.held = held;
        this.publisher = publisher;
        this.router = router;
        this.execution = execution;
        this.keeper = keeper;
        this.total = total;
        this.tally = tally;
    }

    /// @return why it ended too early
    Optional<Problem> run(Batches batches) throws ConnectorException {
        try {
            List<Taken> batch = next(batches);
            while (!batch.isEmpty()) {
                if (Thread.interrupted()) {
                    tally.cancelled();
                    break;
                }
                List<Pair> pairs = route(batch);
                if (!pairs.isEmpty()) {
                    admit(pairs.size());
                    Undisturbed.run(() -> launch(pairs));
                }
                batch = next(batches);
            }
        } catch (InterruptedException e) {
            tally.cancelled();
        } catch (ConnectorException e) {
            failed(e.problem());
        }
        Undisturbed.run(this::land);
        // Whoever interrupts once more stops nothing more.
        Thread.interrupted();
        return broken;
    }

    private List<Taken> next(Batches batches) throws ConnectorException, InterruptedException {
        return broken.isPresent() ? List.of() : batches.next(execution.largestBatch(tally.done()));
    }

    /// The first problem says most; others follow from it.
    private void failed(Problem problem) {
        broken = broken.or(() -> Optional.of(problem));
    }

    /// Letters that are done with, or of which nobody knows that: not to be sent again.
    List<Range> settled() {
        return settled;
    }

    /// While a replay stands still nothing of it is under way.
    private void admit(int letters) throws ConnectorException, InterruptedException {
        int more = tally.toAdmit(letters);
        if (more > 0 && !execution.admit(more, Duration.ZERO)) {
            Undisturbed.run(this::collectAll);
            while (!execution.admit(more, PATIENCE)) {
                held.check();
            }
        }
        tally.admitted(letters);
    }

    private List<Pair> route(List<Taken> batch) throws ConnectorException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (Taken letter : batch) {
            switch (router.route(letter)) {
                case Route.Copy copy -> pairs.add(new Pair(letter, copy));
                case Route.NoOrigin _ -> leaveOut(letter, RabbitTexts.get("replay.no-origin"));
                case Route.NotEditable _ ->
                        leaveOut(letter, RabbitTexts.get("replay.not-editable"));
                case Route.NoTarget(String exchange) ->
                        leaveOut(letter, RabbitTexts.get("replay.no-target", exchange));
            }
        }
        return pairs;
    }

    private void leaveOut(Taken letter, String reason) {
        held.keep(letter);
        settled.addAll(Chosen.ranges(List.of(letter)));
        tally.leftOut(reason);
    }

    /// Publishes a batch, and sees to those before it that have landed; waits for the first where too many have not.
    private boolean launch(List<Pair> pairs) throws ConnectorException, InterruptedException {
        keeper.keep(pairs.stream().map(Pair::letter).toList());
        execution.sending(Chosen.ranges(pairs.stream().map(Pair::letter).toList()));
        Flight flight =
                publisher.launch(pairs.stream().map(pair -> pair.copy().message()).toList());
        waves.add(
                new Wave(
                        pairs.stream()
                                .map(
                                        pair ->
                                                new Letter(
                                                        pair.letter().bare(),
                                                        pair.copy().target(),
                                                        pair.copy().queue()))
                                .toList(),
                        flight));
        while (!waves.isEmpty() && mayCollect(flight)) {
            collect(waves.removeFirst());
        }
        return true;
    }

    private boolean mayCollect(Flight newest) {
        return waves.size() >= UNDER_WAY
                || newest.broken().isPresent()
                || publisher.hasLanded(waves.getFirst().flight());
    }

    /// Sees to every batch that is under way still, whatever came between.
    private boolean land() throws InterruptedException {
        collectAll();
        try {
            held.settle();
        } catch (ConnectorException e) {
            // Those acknowledgements that did not arrive leave letters behind that the ledger
            // knows.
            failed(e.problem());
        }
        return true;
    }

    private boolean collectAll() throws InterruptedException {
        while (!waves.isEmpty()) {
            try {
                collect(waves.removeFirst());
            } catch (ConnectorException e) {
                failed(e.problem());
            }
        }
        return true;
    }

    private void collect(Wave wave) throws ConnectorException, InterruptedException {
        Answer answer = publisher.await(wave.flight());
        answer.problem().ifPresent(this::failed);
        List<Taken> confirmed = new ArrayList<>();
        List<Taken> notSent = new ArrayList<>();
        List<Taken> unknown = new ArrayList<>();
        SortedMap<String, Long> queues = new TreeMap<>();
        for (int i = 0; i < wave.letters().size(); i++) {
            Letter letter = wave.letters().get(i);
            switch (answer.fates().get(i)) {
                case CONFIRMED -> {
                    confirmed.add(letter.taken());
                    tally.sent(letter.target());
                    queues.merge(letter.queue(), 1L, Long::sum);
                }
                case RETURNED -> {
                    notSent.add(letter.taken());
                    leaveOut(letter.taken(), RabbitTexts.get("replay.returned", letter.target()));
                }
                case REFUSED -> {
                    notSent.add(letter.taken());
                    leaveOut(letter.taken(), RabbitTexts.get("replay.refused", letter.target()));
                }
                case NEVER_LEFT -> {
                    notSent.add(letter.taken());
                    held.keep(letter.taken());
                    tally.neverLeft();
                }
                case UNKNOWN -> {
                    held.keep(letter.taken());
                    unknown.add(letter.taken());
                    tally.doubtful(answer.problem().orElseThrow());
                }
            }
        }
        settled.addAll(Chosen.ranges(confirmed));
        settled.addAll(Chosen.ranges(unknown));
        queues.remove("");
        execution.landed(
                queues.entrySet().stream()
                        .map(queue -> Landing.inQueue(queue.getKey(), queue.getValue()))
                        .toList());
        note(confirmed, notSent);
    }

    /// Whatever becomes of the notes: what the server has leaves its queue, or it would be sent again.
    private void note(List<Taken> confirmed, List<Taken> notSent) throws ConnectorException {
        try {
            if (!notSent.isEmpty()) {
                execution.notSent(Chosen.ranges(notSent));
            }
            if (!confirmed.isEmpty()) {
                execution.sent(Chosen.ranges(confirmed));
            }
        } finally {
            held.acknowledge(confirmed.stream().map(Taken::tag).toList());
        }
        execution.progress(tally.sent(), total);
    }
}
