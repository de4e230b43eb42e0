package dev.signalbox.app.deadletters;

import dev.signalbox.app.action.Runs;
import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.messages.Imports;
import dev.signalbox.app.testing.FakeActions;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TurnedByHand;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.deadletter.CauseGroup;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The screen of dead letters over a server in memory with six of them.
abstract class WithOpenPlace {
    @TempDir Path folder;
    final ShelfServer server = new ShelfServer().fill(Shelves.letters(6));
    final TurnedByHand fx = new TurnedByHand();
    final FakeActions actions = new FakeActions();
    Workbench workbench;
    Live live;
    DeadLettersViewModel model;

    @BeforeEach
    void open() throws ConnectorException {
        workbench = Shelves.workbench(folder, server);
        live = new Live(workbench.connections(), new Ticker(Clock.systemUTC()), fx);
        model =
                new DeadLettersViewModel(
                        live,
                        new LetterReader(workbench.connections(), workbench.replays()),
                        new CauseMarks(
                                workbench.causeNotes(), new Background(fx), Clock.systemUTC()),
                        new Background(fx),
                        actions,
                        new Imports(folder.resolve("imports"), Clock.systemUTC()),
                        new Runs(workbench.actions(), fx));
        live.open(ShelfServer.profile("shelf", Environment.TEST));
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    List<CauseGroup> causes() throws InterruptedException {
        fx.until(
                () ->
                        !model.narrowing().found().get().running()
                                && model.narrowing().found().get().letters() > 0);
        return model.narrowing().found().get().causes().groups();
    }

    void openPlace(int letters) throws InterruptedException {
        awaitPlace(letters);
        model.show(Optional.of(place()));
        fx.until(() -> model.page().get().letters().size() == letters);
    }

    void awaitPlace(int letters) throws InterruptedException {
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

    LetterPlace place() {
        return model.places().getValue().getFirst();
    }
}
