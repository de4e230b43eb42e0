package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Support;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the letters of the open place.
final class LetterTools extends FlowPane {
    private final DeadLettersViewModel model;
    private final ActionButton selected;
    private final ActionButton filtered;
    private final ActionButton everything;
    private final ActionButton discard;
    private final FileMenu files;
    private final ActionButton discardReplayed;
    private final CheckBox replayed = new CheckBox();
    private final Label shown = new Label();
    private final Supplier<List<Letter>> visible;
    private boolean all = true;
    private boolean discardsMeant;

    /// @param selection the letters that are selected
    /// @param visible those the filters leave
    LetterTools(
            DeadLettersViewModel model,
            Supplier<List<Letter>> selection,
            Supplier<List<Letter>> visible) {
        this.model = model;
        this.visible = visible;
        replayed.setId("show-replayed");
        replayed.setVisible(false);
        replayed.setManaged(false);
        replayed.selectedProperty().bindBidirectional(model.narrowing().replayedShown());
        getStyleClass().add("letter-tools");
        setAlignment(Pos.CENTER_LEFT);
        selected =
                new ActionButton(
                        text("letters.replay-selected", 0, ""),
                        Feather.CORNER_UP_LEFT,
                        () -> model.actions().replay(selection.get()));
        selected.button().setId("replay-selected");
        filtered =
                new ActionButton(
                        text("letters.replay-filtered", ""),
                        Feather.FILTER,
                        () -> model.actions().replayMeant(visible.get(), all));
        filtered.button().setId("replay-filtered");
        everything =
                new ActionButton(
                        text("letters.replay-none"), Feather.REWIND, model.actions()::replayAll);
        everything.button().setId("replay-all");
        discard =
                new ActionButton(text("letters.discard"), Feather.TRASH_2, this::discard)
                        .dangerous();
        discard.button().setId("discard-all");
        filtered.setVisible(false);
        filtered.setManaged(false);
        shown.getStyleClass().add("muted");
        discardReplayed =
                new ActionButton(
                                text("letters.discard-replayed"),
                                Feather.CHECK,
                                model.actions()::discardReplayed)
                        .dangerous();
        discardReplayed.button().setId("discard-replayed");
        discardReplayed.setVisible(false);
        discardReplayed.setManaged(false);
        files = new FileMenu(model, () -> exported(selection.get()));
        getChildren()
                .addAll(
                        selected,
                        filtered,
                        everything,
                        discard,
                        files,
                        replayed,
                        discardReplayed,
                        shown);
    }

    /// What the buttons are about.
    ///
    /// @param selection letters that are selected
    /// @param visible letters that are to be seen
    /// @param quick whether the table's own filter leaves some out
    record Counts(int selection, int visible, boolean quick) {}

    void show(LetterPlace place, LetterPage page, Counts counts) {
        int selection = counts.selection();
        all = !counts.quick();
        selected.setWords(text("letters.replay-selected", selection, Formats.number(selection)));
        selected.setSupport(offered(ActionKind.REPLAY, selection > 0, "letters.none-selected"));
        boolean narrowed = counts.quick() || model.narrowing().isNarrowed();
        boolean more = all && !page.all();
        long meant = more ? model.narrowing().count() : counts.visible();
        String number = Formats.number(meant);
        filtered.setWords(
                text(more ? "letters.replay-matching" : "letters.replay-filtered", number));
        filtered.setVisible(narrowed);
        filtered.setManaged(narrowed);
        filtered.setSupport(
                model.actions().freezing().get()
                        ? new Support.Refused(text("letters.freezing"))
                        : offered(ActionKind.REPLAY, meant > 0, "letters.none-shown"));
        everything.setWords(text("letters.replay-all", Formats.reading(place.count()).text()));
        everything.setSupport(
                offered(ActionKind.REPLAY, place.holdsLetters(), "letters.empty-place"));
        discardsMeant = narrowed;
        discard.setWords(
                narrowed
                        ? text(
                                more ? "letters.discard-matching" : "letters.discard-filtered",
                                number)
                        : text("letters.discard"));
        discard.setSupport(
                model.actions().freezing().get()
                        ? new Support.Refused(text("letters.freezing"))
                        : narrowed
                                ? offered(ActionKind.PURGE, meant > 0, "letters.none-shown")
                                : offered(
                                        ActionKind.PURGE,
                                        place.holdsLetters(),
                                        "letters.empty-place"));
        long done = model.narrowing().replayed();
        files.show(
                selection,
                more ? model.narrowing().count() : counts.visible(),
                offered(ActionKind.RESTORE, true, "letters.none-shown"));
        replayed.setText(text("letters.show-replayed", Formats.number(done)));
        boolean any = done > 0 || model.narrowing().replayedShown().get();
        replayed.setVisible(any);
        replayed.setManaged(any);
        // What is replayed from a queue is gone from it.
        discardReplayed.setVisible(done > 0 && place.destination().kind() == DestinationKind.TOPIC);
        discardReplayed.setManaged(discardReplayed.isVisible());
        discardReplayed.setSupport(
                model.actions().freezing().get()
                        ? new Support.Refused(text("letters.freezing"))
                        : model.offers(ActionKind.PURGE));
        shown.setText(
                page.all() || model.narrowing().isNarrowed()
                        ? ""
                        : text("letters.newest", Formats.number(page.letters().size())));
    }

    /// What is selected; else what is shown, or all that matches where not all are held.
    private Exported exported(List<Letter> selection) {
        if (!selection.isEmpty()) {
            return new Exported.These(selection);
        }
        return all && !model.page().get().all()
                ? new Exported.Matching(
                        model.narrowing().meantBy(), model.narrowing().replayedShown().get())
                : new Exported.These(visible.get());
    }

    private void discard() {
        if (discardsMeant) {
            model.actions().discardMeant(visible.get(), all);
        } else {
            model.actions().discardAll();
        }
    }

    private Support offered(ActionKind kind, boolean possible, String reasonKey) {
        Support support = model.offers(kind);
        return support instanceof Support.Offered && !possible
                ? new Support.Refused(text(reasonKey))
                : support;
    }
}
