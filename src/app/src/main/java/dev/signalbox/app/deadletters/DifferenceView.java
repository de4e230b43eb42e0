package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.deadletters.LetterEditViewModel.Content;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The letter and its copy side by side; what is other is marked by a sign and a colour.
final class DifferenceView extends VBox {
    private final ListView<Difference.Line> list = new ListView<>();

    DifferenceView() {
        getStyleClass().add("difference");
        Label before = half(text("edit.before"));
        Label after = half(text("edit.after"));
        HBox head = new HBox(before, after);
        head.getStyleClass().add("muted");
        list.setId("difference");
        list.getStyleClass().add("dense");
        list.setCellFactory(_ -> new LineCell());
        list.setAccessibleText(text("edit.difference"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    void show(Content original, Optional<Content> edited) {
        List<Difference.Line> lines = Difference.of(original, edited.orElse(original));
        if (!lines.equals(list.getItems())) {
            list.getItems().setAll(lines);
            int first = 0;
            while (first < lines.size() && lines.get(first).kind() == Difference.Kind.SAME) {
                first++;
            }
            list.scrollTo(first < lines.size() ? Math.max(0, first - 3) : 0);
        }
    }

    private static Label half(String words) {
        Label label = new Label(words);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setPrefWidth(100);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static final class LineCell extends ListCell<Difference.Line> {
        private final Label before = half("");
        private final Label after = half("");
        private final HBox row = new HBox(before, after);

        LineCell() {
            before.getStyleClass().add("code");
            after.getStyleClass().add("code");
        }

        @Override
        protected void updateItem(Difference.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeIf(name -> name.startsWith("difference-"));
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            boolean same = line.kind() == Difference.Kind.SAME;
            boolean added = line.kind() == Difference.Kind.ADDED;
            boolean removed = line.kind() == Difference.Kind.REMOVED;
            before.setText(same ? "  " + line.before() : added ? "" : "− " + line.before());
            after.setText(same ? "  " + line.after() : removed ? "" : "+ " + line.after());
            getStyleClass().add("difference-" + line.kind().name().toLowerCase(Locale.ROOT));
            setGraphic(row);
        }
    }
}
