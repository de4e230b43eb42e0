package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.core.deadletter.CauseGroup;
import dev.signalbox.core.deadletter.CauseNotes.Note;
import dev.signalbox.core.deadletter.CauseState;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLettersViewModelTest extends WithOpenPlace {
    @Test
    void placesAreFoundByThemselvesWithWhoReadsTheirOrigin() {
        FakeConnections connections = new FakeConnections();
        connections.tell(Samples.broker());

        List<LetterPlace> places = LetterPlace.of(List.of(Samples.broker()));

        assertThat(places)
                .extracting(place -> place.destination().name())
                .contains("orders-dlt", "payments-dlt");
        LetterPlace orders =
                places.stream()
                        .filter(place -> place.destination().name().equals("orders-dlt"))
                        .findFirst()
                        .orElseThrow();
        assertThat(orders.groups()).containsExactly("payment", "warehouse-export");
        assertThat(orders.perMinute()).hasValue(1.2);
        assertThat(orders.holdsLetters()).isTrue();
    }

    @Test
    void thePlaceThatIsOpenIsReadNewestFirst() throws InterruptedException {
        openPlace(6);

        assertThat(model.page().get().letters().getFirst().id().position()).isEqualTo(5);
        assertThat(model.page().get().all()).isTrue();
        Letter letter = model.page().get().letters().getFirst();
        assertThat(letter.orderId()).contains("8105");
        assertThat(letter.origin()).contains("orders-2@4205");
    }

    @Test
    void newLettersAreReadWhenTheyArriveAndNothingIsReadWhenNoneDo() throws InterruptedException {
        openPlace(6);
        LetterPage before = model.page().get();
        model.show(Optional.of(place()));
        fx.turn();
        assertThat(model.reading().get()).isFalse();
        assertThat(model.page().get()).isSameAs(before);

        server.fill(Shelves.letters(1));
        awaitPlace(7);
        model.show(Optional.of(place()));
        fx.until(() -> model.page().get().letters().size() == 7);
    }

    @Test
    void aReplayMarksItsLettersThoughTheyStay() throws Exception {
        openPlace(6);
        Plan plan =
                workbench
                        .actions()
                        .plan(
                                "shelf",
                                new Action.ReplayDeadLetters(
                                        ShelfServer.LETTERS,
                                        new MessageSelection.Newest(2),
                                        Optional.empty(),
                                        false));
        workbench.actions().start("shelf", plan, Confirmation.of(plan.id())).await();

        fx.until(
                () ->
                        model.page().get().letters().stream()
                                        .filter(letter -> letter.replayed().isPresent())
                                        .count()
                                == 2);
        assertThat(model.page().get().letters().getFirst().replayed()).isPresent();
        // They are done with, and hidden until somebody asks for them.
        assertThat(model.shown()).hasSize(4);
        assertThat(model.narrowing().hidden()).isEqualTo(2);
        fx.until(() -> model.narrowing().found().get().letters() == 4);
        assertThat(causes().stream().mapToLong(CauseGroup::count).sum()).isEqualTo(4);
        model.narrowing().replayedShown().set(true);
        assertThat(model.shown()).hasSize(6);
        fx.until(() -> model.narrowing().found().get().letters() == 6);
        assertThat(causes().stream().mapToLong(CauseGroup::count).sum()).isEqualTo(6);
    }

    @Test
    void aCauseNarrowsTheLettersAndAReplayToThem() throws InterruptedException {
        openPlace(6);
        CauseGroup rarest = causes().getLast();
        model.narrowing().cause().set(Optional.of(rarest.id()));

        assertThat(rarest.count()).isEqualTo(2);
        assertThat(model.shown()).hasSize(2);
        model.actions().replayMeant(model.shown(), true);

        assertThat(replays())
                .singleElement()
                .satisfies(
                        replay -> {
                            assertThat(replay.again()).isFalse();
                            assertThat(replay.selection())
                                    .isEqualTo(
                                            new MessageSelection.Ids(
                                                    model.shown().stream()
                                                            .map(Letter::id)
                                                            .toList()));
                        });
    }

    @Test
    void conditionsNarrowTheLettersTheCausesAndTheCommandLine() throws InterruptedException {
        openPlace(6);
        assertThat(model.narrowing().filters().add("payload/order>=8104")).isEmpty();
        fx.until(() -> model.narrowing().found().get().letters() == 2);

        assertThat(model.shown()).extracting(it -> it.id().position()).containsExactly(5L, 4L);
        assertThat(model.commandLine(CommandVerb.EXPORT))
                .contains(
                        "signalbox dead-letters export orders-dlt --profile shelf --where"
                                + " 'payload/order>=8104' --to letters.jsonl");
        assertThat(model.commandLine(CommandVerb.REPLAY))
                .contains(
                        "signalbox dead-letters replay orders-dlt --profile shelf --where"
                                + " 'payload/order>=8104' --plan");
        assertThat(model.narrowing().filters().add("wat"))
                .hasValueSatisfying(problem -> assertThat(problem.summary()).contains("wat"));

        model.narrowing().filters().remove(model.narrowing().meantBy().conditions().getFirst());
        fx.until(() -> model.narrowing().found().get().letters() == 6);
        assertThat(model.shown()).hasSize(6);
    }

    @Test
    void allLettersOfALargePlaceAreGroupedAndThoseMeantAreFrozen() throws InterruptedException {
        server.fill(Shelves.letters(1_200));
        awaitPlace(1_206);
        model.show(Optional.of(place()));
        fx.until(() -> model.narrowing().found().get().letters() == 1_206);

        assertThat(model.page().get().all()).isFalse();
        assertThat(causes()).extracting(CauseGroup::count).containsExactly(804L, 402L);
        assertThat(model.shown()).hasSize(500);

        model.narrowing().cause().set(Optional.of(causes().getLast().id()));
        fx.until(() -> model.narrowing().foundOfCause().get().letters() == 402);
        fx.until(() -> !model.narrowing().foundOfCause().get().running());
        assertThat(model.shown()).hasSize(402);
        model.actions().replayMeant(model.shown(), true);
        fx.until(() -> !actions.asked().isEmpty());

        assertThat(replays())
                .singleElement()
                .satisfies(
                        replay -> {
                            assertThat(replay.selection())
                                    .isInstanceOf(MessageSelection.Ranges.class);
                            MessageSelection.Ranges ranges =
                                    (MessageSelection.Ranges) replay.selection();
                            assertThat(ranges.ranges()).hasSize(402);
                        });
    }

    @Test
    void aScreenThatIsHiddenStopsItsSurveyAndBeginsAnewWhenItIsSeen() throws InterruptedException {
        server.fill(Shelves.letters(1_200));
        awaitPlace(1_206);
        model.narrowing().hide();
        model.show(Optional.of(place()));
        fx.until(() -> !model.page().get().letters().isEmpty());
        assertThat(model.narrowing().found().get()).isEqualTo(Found.NOTHING);

        model.narrowing().lookedAt();
        fx.until(() -> model.narrowing().found().get().letters() == 1_206);
    }

    @Test
    void whatIsNotedOnACauseIsWhatTheCommandLineNotes() throws Exception {
        openPlace(6);
        String id = causes().getFirst().id();
        model.mark(id, CauseState.FIXED, " rates are there again ");
        fx.until(() -> model.marks().marks().get().containsKey(id));

        Note note = workbench.causeNotes().of(place().clusterId(), ShelfServer.LETTERS).get(id);
        assertThat(note).isNotNull();
        assertThat(note.state()).isEqualTo(CauseState.FIXED);
        assertThat(note.text()).isEqualTo("rates are there again");
    }

    private List<Action.ReplayDeadLetters> replays() {
        return actions.asked().stream().map(Action.ReplayDeadLetters.class::cast).toList();
    }

    @Test
    void allAreReplayedAndDiscardedAsAllNotAsThoseThatHappenToBeShown()
            throws InterruptedException {
        openPlace(6);
        model.actions().replayAll();
        model.actions().discardAll();

        assertThat(actions.asked())
                .containsExactly(
                        new Action.ReplayDeadLetters(
                                ShelfServer.LETTERS,
                                new MessageSelection.All(),
                                Optional.empty(),
                                false),
                        new Action.PurgeDestination(
                                ShelfServer.LETTERS, new MessageSelection.All()));
    }

    @Test
    void whatWasReadStaysWhenReadingFailsAndItSaysWhy() throws InterruptedException {
        openPlace(6);
        LetterPlace last = place();
        workbench.connections().close("shelf");
        server.fill(Shelves.letters(1));
        model.show(Optional.of(changed(last)));

        fx.until(() -> model.problem().get().isPresent());

        assertThat(model.page().get().letters()).hasSize(6);
    }

    /// The same place as a later snapshot would tell it.
    private LetterPlace changed(LetterPlace place) {
        return new LetterPlace(
                place.source(),
                place.clusterId(),
                new Destination(
                        place.destination().name(),
                        place.destination().kind(),
                        false,
                        List.of(),
                        place.count(),
                        place.destination().bytes(),
                        place.destination().deadLetterOf(),
                        Optional.empty(),
                        Optional.empty()),
                place.of(),
                place.perMinute(),
                place.groups());
    }
}
