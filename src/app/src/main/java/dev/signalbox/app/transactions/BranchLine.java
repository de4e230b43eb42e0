package dev.signalbox.app.transactions;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import dev.signalbox.core.model.GlobalTransaction.Lock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// One branch on the line of a transaction: type, resource, status, who registered it, and the rows it locks.
final class BranchLine extends HBox {
    private static final int KEYS_SHOWN = 20;

    /// @param complete whether no locks means that it holds none
    /// @param last whether the line ends here
    BranchLine(Branch branch, boolean complete, boolean last) {
        getStyleClass().add("branch-line");
        VBox words = new VBox(head(branch), client(branch, complete));
        words.getStyleClass().add("branch-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        byTable(branch.locks())
                .forEach((table, keys) -> words.getChildren().add(lock(table, keys)));
        getChildren().addAll(rail(last), words);
    }

    private static Node rail(boolean last) {
        Region line = new Region();
        line.getStyleClass().add("branch-rail");
        line.setMaxWidth(2);
        line.setVisible(!last);
        Circle stop = new Circle(5);
        stop.getStyleClass().add("branch-stop");
        StackPane rail = new StackPane(line, stop);
        rail.setAlignment(Pos.TOP_CENTER);
        rail.setMinWidth(22);
        return rail;
    }

    private static Node head(Branch branch) {
        Label type = new Label(branch.type());
        type.getStyleClass().add("branch-type");
        Label resource = new Label(Transactions.shortResource(branch.resource()));
        resource.getStyleClass().add("strong");
        Label address = new Label(branch.resource());
        address.getStyleClass().add("muted");
        address.setTooltip(new Tooltip(branch.resource()));
        Pill status = new Pill(Transactions.status(branch));
        status.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(type, resource, status, address);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("branch-head");
        return row;
    }

    private static Node client(Branch branch, boolean complete) {
        String locks =
                branch.locks().isEmpty()
                        ? text(complete ? "branch.no-locks" : "branch.locks-unknown")
                        : text(
                                "branch.locks",
                                branch.locks().size(),
                                Formats.number(branch.locks().size()));
        Label label =
                new Label(
                        text(
                                "branch.client",
                                branch.client().isEmpty() ? Shown.UNKNOWN : branch.client(),
                                branch.id(),
                                locks));
        label.getStyleClass().add("muted");
        return label;
    }

    private static Map<String, List<String>> byTable(List<Lock> locks) {
        return locks.stream()
                .collect(
                        Collectors.groupingBy(
                                Lock::table,
                                TreeMap::new,
                                Collectors.mapping(Lock::primaryKey, Collectors.toList())));
    }

    private static Node lock(String table, List<String> keys) {
        String shown = keys.stream().limit(KEYS_SHOWN).collect(Collectors.joining(", "));
        int more = keys.size() - KEYS_SHOWN;
        Label label =
                new Label(
                        more > 0
                                ? text("branch.lock.more", table, shown, Formats.number(more))
                                : text("branch.lock", table, shown));
        label.getStyleClass().add("code");
        label.setWrapText(true);
        label.setTooltip(new Tooltip(text("branch.lock.hint")));
        return label;
    }
}
