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
    private final Label title = new Label();
    private final Pill environment = new Pill();
    private final Label connection = new Label();

    public DetailHead() {
        getStyleClass().add("detail-head");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("detail-title");
        connection.getStyleClass().add("muted");
        setParts(List.of(), List.of());
    }

    /// @param marks pills after the name
    /// @param actions buttons on the right
    public void setParts(List<Node> marks, List<Node> actions) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(title);
        getChildren().addAll(marks);
        getChildren().addAll(environment, connection, gap);
        getChildren().addAll(actions);
    }

    public void setTitle(String name, Source source) {
        title.setText(name);
        environment.show(Looks.of(source.environment()));
        connection.setText(source.name());
    }
}
