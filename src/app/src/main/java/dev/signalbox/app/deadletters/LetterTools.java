package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the letters of the open place.
final class LetterTools extends HBox {
    private final DeadLettersViewModel model;
    private final ActionButton selected;
    private final ActionButton filtered;
    private final ActionButton all;
    private final ActionButton discard;
    private final Label shown = new Label();

    /// @param selection the letters that are selected
    /// @param visible those the filters leave
    LetterTools(
            DeadLettersViewModel model,
            Supplier<List<Letter>> selection,
            Supplier<List<Letter>> visible) {
        this.model = model;
        getStyleClass().add("letter-tools");
        setAlignment(Pos.CENTER_LEFT);
        selected =
                new ActionButton(
                        text("letters.replay-selected", 0, ""),
                        Feather.CORNER_UP_LEFT,
                        () -> model.replay(selection.get()));
        selected.button().setId("replay-selected");
        filtered =
                new ActionButton(
                        text("letters.replay-filtered", ""),
                        Feather.FILTER,
                        () -> model.replay(visible.get()));
        filtered.button().setId("replay-filtered");
        all = new ActionButton(text("letters.replay-none"), Feather.REWIND, model::replayAll);
        all.button().setId("replay-all");
        discard =
                new ActionButton(text("letters.discard"), Feather.TRASH_2, model::discardAll)
                        .dangerous();
        discard.button().setId("discard-all");
        filtered.setVisible(false);
        filtered.setManaged(false);
        shown.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(selected, filtered, all, discard, gap, shown);
    }

    /// @param narrowed whether a filter leaves some out
    void show(LetterPlace place, LetterPage page, int selection, int visible, boolean narrowed) {
        selected.setWords(text("letters.replay-selected", selection, Formats.number(selection)));
        selected.setSupport(offered(selection > 0, "letters.none-selected"));
        filtered.setWords(text("letters.replay-filtered", Formats.number(visible)));
        filtered.setVisible(narrowed);
        filtered.setManaged(narrowed);
        filtered.setSupport(offered(visible > 0, "letters.none-shown"));
        all.setWords(text("letters.replay-all", Formats.reading(place.count()).text()));
        all.setSupport(offered(place.holdsLetters(), "letters.empty-place"));
        Support purge = model.offers(ActionKind.PURGE);
        discard.setSupport(
                purge instanceof Support.Offered && !place.holdsLetters()
                        ? new Support.Refused(text("letters.empty-place"))
                        : purge);
        shown.setText(
                page.all() ? "" : text("letters.newest", Formats.number(page.letters().size())));
    }

    private Support offered(boolean possible, String reasonKey) {
        Support support = model.offers(ActionKind.REPLAY);
        return support instanceof Support.Offered && !possible
                ? new Support.Refused(text(reasonKey))
                : support;
    }
}
