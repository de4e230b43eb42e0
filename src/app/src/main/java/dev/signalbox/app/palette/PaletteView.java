package dev.signalbox.app.palette;

import static dev.signalbox.app.text.AppTexts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field and what is found by it. The keyboard stays in the field; up and down move in the list.
final class PaletteView extends VBox {
    private final List<Entry> all;
    private final Consumer<Entry> chosen;
    private final TextField field = new TextField();
    private final ListView<Entry> found = new ListView<>();

    PaletteView(List<Entry> all, Consumer<Entry> chosen) {
        this.all = all;
        this.chosen = chosen;
        setId("palette");
        getStyleClass().addAll("dialog-body", "palette");
        setMaxSize(620, 420);
        field.setId("palette-field");
        field.setPromptText(text("palette.prompt"));
        field.textProperty().subscribe(this::search);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        found.setId("palette-found");
        found.setFocusTraversable(false);
        found.setCellFactory(_ -> new EntryCell());
        found.setPlaceholder(new Label(text("palette.nothing")));
        found.setOnMouseClicked(_ -> choose());
        VBox.setVgrow(found, Priority.ALWAYS);
        getChildren().addAll(field, found);
        sceneProperty().subscribe(_ -> field.requestFocus());
    }

    private void search(String typed) {
        found.getItems().setAll(Search.find(all, typed));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(10);
            case PAGE_UP -> move(-10);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int rows) {
        int last = found.getItems().size() - 1;
        int to =
                Math.clamp(
                        found.getSelectionModel().getSelectedIndex() + rows, 0, Math.max(0, last));
        found.getSelectionModel().select(to);
        found.scrollTo(Math.max(0, to - 5));
    }

    private void choose() {
        Entry entry = found.getSelectionModel().getSelectedItem();
        if (entry != null) {
            chosen.accept(entry);
        }
    }

    private static final class EntryCell extends ListCell<Entry> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox row;

        EntryCell() {
            title.setGraphicTextGap(10);
            detail.getStyleClass().add("muted");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row = new HBox(12, title, gap, detail);
            row.setAlignment(Pos.CENTER_LEFT);
            detail.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(entry == null || empty ? null : row);
            if (entry != null && !empty) {
                title.setText(entry.title());
                title.setGraphic(new FontIcon(entry.icon()));
                detail.setText(entry.detail());
                setAccessibleText(entry.title() + ", " + entry.detail());
            }
        }
    }
}
