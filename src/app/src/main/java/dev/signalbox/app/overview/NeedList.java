package dev.signalbox.app.overview;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The needs, the most urgent on top. A need that stays keeps its row, so that a button is never pulled away from
/// under the mouse by a new reading alone.
final class NeedList extends VBox {
    private static final int MOST = 40;

    private final Consumer<Need> opened;
    private final VBox list = new VBox();
    private Map<String, NeedRow> rows = Map.of();

    NeedList(Consumer<Need> opened) {
        this.opened = opened;
        getStyleClass().add("panel");
        Label title = new Label(text("overview.needs"));
        title.getStyleClass().add("panel-title");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
    }

    /// @param known false: nothing has been read yet, so that no needs mean nothing
    void show(List<Need> needs, boolean known) {
        Map<String, NeedRow> next = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Need need : needs.subList(0, Math.min(MOST, needs.size()))) {
            NeedRow row = rows.containsKey(need.key()) ? rows.get(need.key()) : new NeedRow(opened);
            row.show(need);
            next.put(need.key(), row);
            nodes.add(row);
        }
        rows = next;
        if (needs.size() > MOST) {
            nodes.add(line(text("overview.more", Formats.number(needs.size() - MOST))));
        }
        if (needs.isEmpty()) {
            nodes.add(known ? nothing() : line(text("table.loading")));
        }
        if (!nodes.equals(list.getChildren())) {
            list.getChildren().setAll(nodes);
        }
    }

    private static Node nothing() {
        Label nothing = line(text("overview.nothing"));
        FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
        icon.getStyleClass().add("tone-good");
        nothing.setGraphic(icon);
        return nothing;
    }

    private static Label line(String words) {
        Label line = new Label(words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("need", "muted");
        return line;
    }
}
