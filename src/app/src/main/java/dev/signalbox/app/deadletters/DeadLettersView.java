package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.messages.TransferLine;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.ConnectionLines;
import dev.signalbox.app.parts.Emptiness;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.MasterDetail;
import dev.signalbox.app.parts.Page;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.monitor.ConnectionState;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Places and causes on the left, letters and the open one on the right.
final class DeadLettersView extends StackPane {
    private final DeadLettersViewModel model;
    private final Frame frame;
    private final DataTable<Focus, LetterPlace> places =
            new DataTable<>(LetterPlace::key, Letters.placeColumns());
    private final CauseList causes;
    private final DataTable<MessageId, Letter> letters =
            new DataTable<>(Letter::id, Letters.letterColumns()).multiple();
    private final LetterTools tools;
    private final LetterDetail detail;
    private final MasterDetail split;
    private final VBox problems = new VBox();
    private final Page page;
    private Optional<Focus> wanted = Optional.empty();

    DeadLettersView(DeadLettersViewModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
        this.causes = new CauseList(model, frame);
        this.detail = new LetterDetail(model, frame);
        this.tools =
                new LetterTools(model, () -> letters.selection().get(), letters.visible()::get);
        places.setId("places");
        letters.setId("letters");
        places.setState(new TableState.Loading());
        places.stale(place -> !place.source().live());
        places.setMinHeight(90);
        VBox left = new VBox(places, causes);
        left.getStyleClass().add("letter-left");
        places.setPrefHeight(190);
        VBox.setVgrow(causes, Priority.ALWAYS);
        split = new MasterDetail(letters, detail, letters::clearSelection);
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox right =
                new VBox(
                        new FilterBar(model),
                        tools,
                        new TransferLine(model.transfer()),
                        problems,
                        split);
        right.getStyleClass().add("letter-right");
        SplitPane sides = new SplitPane(left, right);
        sides.setDividerPositions(0.33);
        SplitPane.setResizableWithParent(left, false);
        page = new Page(FeatureId.DEAD_LETTERS, new ConnectionLines(frame.live()), sides);
        page.setTools(letters.filterField());
        places.choosable("places", frame.preferences());
        letters.choosable("letters", frame.preferences());
        getChildren().add(page);
        observe();
    }

    private void observe() {
        // With every new state, also when there are no more and no fewer places: why there are none
        // may change.
        frame.live()
                .shown()
                .when(Showing.of(this))
                .subscribe(_ -> showPlaces(model.places().getValue()));
        places.selected().subscribe(model::show);
        model.open().subscribe(_ -> showLetters());
        model.page().subscribe(_ -> showLetters());
        model.narrowing().cause().subscribe(_ -> showLetters());
        model.narrowing().found().subscribe(_ -> showLetters());
        model.narrowing().foundOfCause().subscribe(_ -> showLetters());
        model.narrowing().replayedShown().subscribe(_ -> showLetters());
        model.marks().marks().subscribe(_ -> causes.show());
        model.actions().freezing().subscribe(_ -> showTools());
        Showing.of(this)
                .subscribe(
                        showing -> {
                            if (showing) {
                                model.narrowing().lookedAt();
                            } else {
                                model.narrowing().hide();
                            }
                        });
        model.reading().subscribe(_ -> showLetters());
        model.problem()
                .subscribe(
                        problem ->
                                problems.getChildren()
                                        .setAll(problem.stream().map(Banner::of).toList()));
        letters.selection().subscribe(_ -> showTools());
        letters.visible().subscribe(_ -> showTools());
        letters.selected().subscribe(this::showDetail);
    }

    private void showPlaces(List<LetterPlace> all) {
        long filled = all.stream().filter(LetterPlace::holdsLetters).count();
        List<ConnectionState> states = frame.live().shown().get();
        boolean known = states.stream().anyMatch(state -> state.snapshot().isPresent());
        page.setSummary(
                known
                        ? text(
                                "dead-letters.summary",
                                Formats.number(filled),
                                Formats.number(all.size()),
                                all.size())
                        : "");
        TableState state = Emptiness.of(states, text("dead-letters.none"));
        // The line above tells why, and here is no room for a long story.
        places.setState(
                state instanceof TableState.Failed
                        ? new TableState.Empty(text("dead-letters.unread"))
                        : state);
        places.setItems(all);
        if (model.open().get().isEmpty()) {
            wanted.or(
                            () ->
                                    all.stream()
                                            .filter(LetterPlace::holdsLetters)
                                            .findFirst()
                                            .map(LetterPlace::key))
                    .or(() -> all.stream().findFirst().map(LetterPlace::key))
                    .ifPresent(places::select);
        }
    }

    private void showLetters() {
        Optional<LetterPlace> open = model.open().get();
        if (open.isEmpty()) {
            letters.setState(new TableState.Empty(text("letters.choose")));
        } else if (model.reading().get() && model.page().get().letters().isEmpty()) {
            letters.setState(new TableState.Loading());
        } else if (model.problem().get().isPresent()) {
            letters.setState(new TableState.Failed(model.problem().get().get()));
        } else {
            letters.setState(
                    model.narrowing().hidden() > 0
                            ? new TableState.Empty(text("letters.all-replayed"))
                            : model.narrowing().isNarrowed()
                                    ? new TableState.Empty(text("letters.none-shown"))
                                    : new TableState.Empty(
                                            text("letters.none", open.get().destination().name())));
        }
        letters.setItems(model.shown());
        causes.show();
        showTools();
    }

    private void showTools() {
        tools.setDisable(model.open().get().isEmpty());
        int visible = letters.visible().getValue().size();
        boolean quick = !letters.filterField().getText().isBlank();
        model.open()
                .get()
                .ifPresent(
                        place ->
                                tools.show(
                                        place,
                                        model.page().get(),
                                        new LetterTools.Counts(
                                                letters.selection().get().size(), visible, quick)));
    }

    private void showDetail(Optional<Letter> letter) {
        letter.ifPresent(detail::show);
        split.setDetailShown(letter.isPresent());
    }

    void focus(Focus focus) {
        wanted = Optional.of(focus);
        places.select(focus);
    }

    static Label head(String words) {
        Label head = new Label(words);
        head.getStyleClass().add("strong");
        return head;
    }
}
