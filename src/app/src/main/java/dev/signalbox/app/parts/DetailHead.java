package dev.signalbox.app.parts;

import dev.signalbox.app.live.Source;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Over what is open: its name, where it is, and what can be done with it.
public final class DetailHead extends HBox {
    private final Label title = new Name();
    private final Pill environment = new Pill();
    private final Label connection = new Label();

    /// Is shown whole before what stands beside it, up to a length.
    private static final class Name extends Label {
        private static final double LONG = 260;

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(LONG, computePrefWidth(height));
        }
    }

    public DetailHead() {
        getStyleClass().add("detail-head");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("detail-title");
        environment.setMinWidth(USE_PREF_SIZE);
        connection.getStyleClass().add("muted");
        setParts(List.of(), List.of());
    }

    /// @param marks pills after the name
    /// @param actions buttons on the right, whose words are never cut
    public void setParts(List<Node> marks, List<? extends Region> actions) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(title);
        getChildren().addAll(marks);
        getChildren().addAll(environment, connection, gap);
        actions.forEach(action -> action.setMinWidth(USE_PREF_SIZE));
        getChildren().addAll(actions);
    }

    public void setTitle(String name, Source source) {
        title.setText(name);
        environment.show(Looks.of(source.environment()));
        connection.setText(source.name());
    }
}
