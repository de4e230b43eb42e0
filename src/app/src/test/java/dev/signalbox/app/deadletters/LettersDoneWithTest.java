package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.messages.Transfer;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.core.deadletter.CauseGroup;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Letters that are taken elsewhere or are done with.
class LettersDoneWithTest extends WithOpenPlace {
    @Test
    void ofALargePlaceWhatWasReplayedCountsOnlyWhereItIsShown() throws Exception {
        server.fill(Shelves.letters(1_200));
        Plan plan =
                workbench
                        .actions()
                        .plan(
                                "shelf",
                                new Action.ReplayDeadLetters(
                                        ShelfServer.LETTERS,
                                        new MessageSelection.Newest(600),
                                        Optional.empty(),
                                        false));
        workbench.actions().start("shelf", plan, Confirmation.of(plan.id())).await();
        awaitPlace(1_206);
        model.show(Optional.of(place()));
        fx.until(() -> model.narrowing().found().get().letters() == 606);
        fx.until(() -> !model.narrowing().found().get().running());

        assertThat(causes().stream().mapToLong(CauseGroup::count).sum()).isEqualTo(606);
        assertThat(model.narrowing().replayed()).isEqualTo(600);
        // The newest have all been replayed: those that were not are shown all the same.
        assertThat(model.shown()).hasSize(500).noneMatch(Letter::wasReplayed);

        model.narrowing().replayedShown().set(true);
        fx.until(() -> model.narrowing().found().get().letters() == 1_206);
        assertThat(model.shown()).hasSize(500).allMatch(Letter::wasReplayed);
    }

    @Test
    void lettersAreWrittenIntoAFileAndImportedToTheByte() throws Exception {
        server.fill(Shelves.letters(1_200));
        awaitPlace(1_206);
        model.show(Optional.of(place()));
        fx.until(() -> !model.page().get().letters().isEmpty());
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve(LetterFile.name(place(), format));
            Files.writeString(file, "what was there before");
            model.write(
                    place(),
                    new Exported.Matching(LetterFilter.ALL, false),
                    new LetterFile(file, format));
            fx.until(() -> !model.transfer().state().get().isUnderway());
            assertThat(model.transfer().state().get())
                    .isEqualTo(new Transfer.State.Written(file, 1_206));

            model.transfer().read(place().key(), file);
            fx.until(() -> !model.transfer().state().get().isUnderway());
            assertThat(actions.asked().getLast())
                    .isInstanceOfSatisfying(
                            Action.RestoreBackup.class,
                            restore -> {
                                assertThat(restore.target()).isEqualTo(ShelfServer.LETTERS);
                                assertThat(restore.backup().messages()).isEqualTo(1_206);
                            });
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void aFileThatIsNoneOfOursSaysWhichLineAndNothingIsSent() throws Exception {
        openPlace(6);
        Path file = Files.writeString(folder.resolve("wrong.jsonl"), "{\"value\": 1}\n{oops\n");

        model.transfer().read(place().key(), file);
        fx.until(() -> !model.transfer().state().get().isUnderway());

        assertThat(model.transfer().state().get()).isInstanceOf(Transfer.State.Failed.class);
        assertThat(actions.asked()).isEmpty();
    }

    @Test
    void whatWasReplayedIsDiscardedAsFarAsItIsAllThatLiesThere() throws Exception {
        Plan plan =
                workbench
                        .actions()
                        .plan(
                                "shelf",
                                new Action.ReplayDeadLetters(
                                        ShelfServer.LETTERS,
                                        new MessageSelection.Ranges(
                                                List.of(
                                                        new MessageSelection.Range(0, 0, 3),
                                                        new MessageSelection.Range(0, 4, 5))),
                                        Optional.empty(),
                                        false));
        workbench.actions().start("shelf", plan, Confirmation.of(plan.id())).await();
        openPlace(6);

        model.actions().discardReplayed();
        fx.until(() -> !actions.asked().isEmpty());

        assertThat(actions.asked())
                .containsExactly(
                        new Action.PurgeDestination(
                                ShelfServer.LETTERS,
                                new MessageSelection.Ranges(
                                        List.of(new MessageSelection.Range(0, 0, 3)))));
    }
}
