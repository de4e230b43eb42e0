package dev.signalbox.app.parts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.nav.FeatureId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame of a screen: title and tools in one row, lines about the connections below, then the content.
public class Page extends VBox {
    private final HBox tools = new HBox();
    private final Label summary = new Label();

    /// @param lines what is to be told about the connections shown; see [ConnectionLines]
    @SuppressWarnings("this-escape") // the node's own lists only
    public Page(FeatureId feature, Node lines, Node content) {
        getStyleClass().add("page");
        Label title = new Label(text(feature.key() + ".title"));
        title.getStyleClass().add("page-title");
        summary.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        tools.getStyleClass().add("page-tools");
        tools.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(title, summary, gap, tools);
        head.getStyleClass().add("page-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, lines, content);
    }

    /// A few words beside the title, such as how many there are.
    public final void setSummary(String words) {
        summary.setText(words);
    }

    /// Fields and buttons on the right of the title.
    public final void setTools(Node... nodes) {
        tools.getChildren().setAll(nodes);
    }
}
