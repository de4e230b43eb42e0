package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.action.Runs;
import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.testing.FakeActions;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TurnedByHand;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersViewModelTest {
    @TempDir Path folder;
    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(6));
    private final TurnedByHand fx = new TurnedByHand();
    private final FakeActions actions = new FakeActions();
    private Workbench workbench;
    private Live live;
    private DeadLettersViewModel model;

    @BeforeEach
    void open() throws ConnectorException {
        workbench = Shelves.workbench(folder, server);
        live = new Live(workbench.connections(), new Ticker(Clock.systemUTC()), fx);
        model =
                new DeadLettersViewModel(
                        live,
                        new LetterReader(workbench.connections(), workbench.replays()),
                        new Background(fx),
                        actions,
                        new Runs(workbench.actions(), fx));
        live.open(ShelfServer.profile("shelf", Environment.TEST));
    }

    @AfterEach
    void close() {
        workbench.close();
    }

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
    }

    @Test
    void aCauseNarrowsTheLettersAndAReplayToThem() throws InterruptedException {
        openPlace(6);
        List<CauseGroup> causes = CauseGroup.of(model.page().get().letters());
        model.cause().set(Optional.of(causes.getLast().cause()));

        assertThat(model.shown()).hasSize(2);
        model.replay(model.shown());

        assertThat(actions.asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        Action.ReplayDeadLetters.class,
                        replay -> {
                            assertThat(replay.again()).isFalse();
                            assertThat(replay.selection())
                                    .isEqualTo(
                                            new MessageSelection.Ids(
                                                    model.shown().stream()
                                                            .map(Letter::message)
                                                            .map(Message::id)
                                                            .toList()));
                        });
    }

    @Test
    void allAreReplayedAndDiscardedAsAllNotAsThoseThatHappenToBeShown()
            throws InterruptedException {
        openPlace(6);
        model.replayAll();
        model.discardAll();

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
                        Optional.empty()),
                place.of(),
                place.perMinute(),
                place.groups());
    }

    private void openPlace(int letters) throws InterruptedException {
        awaitPlace(letters);
        model.show(Optional.of(place()));
        fx.until(() -> model.page().get().letters().size() == letters);
    }

    private void awaitPlace(int letters) throws InterruptedException {
        workbench.connections().pollNow("shelf");
        fx.until(
                () ->
                        live.state("shelf")
                                .flatMap(ConnectionState::snapshot)
                                .filter(
                                        known ->
                                                known.destinations().stream()
                                                        .anyMatch(
                                                                it ->
                                                                        it.isDeadLetters()
                                                                                && it.retained()
                                                                                                .value()
                                                                                                .orElse(
                                                                                                        -1)
                                                                                        == letters))
                                .isPresent());
    }

    private LetterPlace place() {
        return model.places().getValue().getFirst();
    }
}
