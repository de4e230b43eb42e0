package dev.signalbox.app.demo;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.core.demo.DemoState.Traffic;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How many orders are placed, and what became of them.
final class TrafficCard extends VBox {
    private static final double MOST = 200;

    private final DemoViewModel model;
    private final Spinner<Double> rate = new Spinner<>(0, MOST, 4, 1);
    private final Label placed = new Label();
    private final Label completed = new Label();
    private final Label failed = new Label();
    private final Label hung = new Label();
    private boolean showing;

    TrafficCard(DemoViewModel model) {
        this.model = model;
        getStyleClass().add("card");
        Label title = new Label(text("traffic.title"));
        title.getStyleClass().add("strong");
        rate.setId("traffic-rate");
        rate.setEditable(true);
        rate.setPrefWidth(110);
        rate.getEditor().setAccessibleText(text("traffic.rate"));
        rate.valueProperty().subscribe((_, chosen) -> chosen(chosen));
        Label unit = new Label(text("traffic.rate"));
        unit.setLabelFor(rate);
        HBox row = new HBox(8, rate, unit);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox figures =
                new HBox(
                        figure("traffic.placed", placed),
                        figure("traffic.completed", completed),
                        figure("traffic.failed", failed),
                        figure("traffic.hung", hung));
        figures.getStyleClass().add("traffic-figures");
        getChildren().addAll(title, row, figures);
    }

    private static Node figure(String key, Label value) {
        Label name = new Label(text(key));
        name.getStyleClass().add("muted");
        value.getStyleClass().add("traffic-figure");
        value.setId(key.replace('.', '-'));
        return new VBox(name, value);
    }

    private void chosen(Double perSecond) {
        if (!showing && perSecond != null) {
            model.setRate(perSecond);
        }
    }

    /// Shows what the demo says; a rate that is being typed is left alone.
    void show(Traffic traffic) {
        if (!rate.getEditor().isFocused()) {
            showing = true;
            rate.getValueFactory().setValue(traffic.ordersPerSecond());
            showing = false;
        }
        show(placed, traffic.placed());
        show(completed, traffic.completed());
        show(failed, traffic.failed());
        show(hung, traffic.hung());
    }

    private static void show(Label label, OptionalLong figure) {
        Shown shown = Formats.number(figure, text("traffic.unknown"));
        label.setText(shown.text());
        label.setTooltip(shown.hint().isEmpty() ? null : new Tooltip(shown.hint()));
    }
}
