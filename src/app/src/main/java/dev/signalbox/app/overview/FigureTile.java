package dev.signalbox.app.overview;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.chart.Sparkline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// One large figure with its name, what it means as tooltip, and how it was lately.
final class FigureTile extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Label value = new Label();
    private final Label beside = new Label();
    private final Sparkline lately = new Sparkline();
    private final Tooltip meaning = new Tooltip();
    private final String definition;

    FigureTile(String id) {
        setId("figure-" + id);
        getStyleClass().add("tile");
        definition = text("figure." + id + ".hint");
        Label name = new Label(text("figure." + id));
        name.getStyleClass().add("muted");
        value.getStyleClass().add("tile-value");
        value.setMinWidth(USE_PREF_SIZE);
        beside.getStyleClass().add("muted");
        lately.setPrefSize(70, 20);
        lately.setMaxHeight(20);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(6, value, gap, lately);
        row.setAlignment(Pos.CENTER_LEFT);
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        meaning.setShowDuration(Duration.seconds(30));
        Tooltip.install(this, meaning);
        HBox.setHgrow(this, Priority.ALWAYS);
        setPrefWidth(190);
        getChildren().addAll(name, row, beside);
    }

    void setStale(boolean stale) {
        pseudoClassStateChanged(STALE, stale);
    }

    void show(Figure figure) {
        value.setText(figure.value().text());
        value.getStyleClass().setAll("label", "tile-value", figure.value().tone().styleClass());
        beside.setText(figure.beside());
        meaning.setText((definition + "\n" + figure.value().hint()).strip());
        lately.setVisible(figure.lately().size() > 1);
        lately.setManaged(lately.isVisible());
        lately.show(figure.lately());
    }
}
