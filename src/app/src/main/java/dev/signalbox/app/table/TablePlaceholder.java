package dev.signalbox.app.table;

import static dev.signalbox.app.text.AppTexts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there are no rows, and why.
public final class TablePlaceholder extends VBox {
    private TableState state = new TableState.Loading();
    private String filter = "";

    public TablePlaceholder() {
        getStyleClass().add("placeholder");
        setAlignment(Pos.CENTER);
        show();
    }

    public void setState(TableState newer) {
        if (!newer.equals(state)) {
            state = newer;
            show();
        }
    }

    void setFilter(String newer) {
        if (!newer.equals(filter)) {
            filter = newer;
            show();
        }
    }

    private void show() {
        getChildren().clear();
        switch (state) {
            case TableState.Loading _ -> {
                ProgressIndicator turning = new ProgressIndicator();
                turning.setMaxSize(28, 28);
                getChildren().addAll(turning, line(text("table.loading"), "muted"));
            }
            case TableState.Failed failed -> {
                getChildren()
                        .addAll(
                                new FontIcon(Feather.ALERT_TRIANGLE),
                                line(failed.problem().summary(), "strong"));
                if (!failed.problem().remedy().isEmpty()) {
                    getChildren().add(line(failed.problem().remedy(), "muted"));
                }
            }
            case TableState.Empty empty ->
                    getChildren()
                            .add(
                                    filter.isBlank()
                                            ? line(empty.text(), "muted")
                                            : line(text("table.no-match", filter), "muted"));
        }
    }

    private static Label line(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(560);
        // Wrapped, not cut, also in a narrow table.
        label.setMinHeight(USE_PREF_SIZE);
        label.setAlignment(Pos.CENTER);
        label.setTextAlignment(TextAlignment.CENTER);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
