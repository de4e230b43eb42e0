package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the letters died of, the most frequent first. Choosing one narrows the letters to it.
final class CauseList extends VBox {
    private final Label head = DeadLettersView.head("");
    private final Hyperlink all = new Hyperlink(text("cause.all"));
    private final DataTable<Cause, CauseGroup> table =
            new DataTable<>(CauseGroup::cause, Letters.causeColumns());

    CauseList(DeadLettersViewModel model) {
        getStyleClass().add("cause-list");
        table.setId("causes");
        table.setState(new TableState.Empty(text("cause.none")));
        table.setMinHeight(90);
        VBox.setVgrow(table, Priority.ALWAYS);
        all.setId("all-causes");
        all.setOnAction(_ -> table.clearSelection());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(head, gap, all);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, table);
        table.selected().subscribe(group -> model.cause().set(group.map(CauseGroup::cause)));
        model.cause().subscribe(this::follow);
    }

    private void follow(Optional<Cause> cause) {
        all.setVisible(cause.isPresent());
        if (cause.isEmpty()) {
            table.clearSelection();
        }
    }

    void show(LetterPage page) {
        List<CauseGroup> groups = CauseGroup.of(page.letters());
        head.setText(text("cause.head", Formats.number(groups.size())));
        table.setItems(groups);
    }
}
