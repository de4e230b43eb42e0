package dev.signalbox.app.testing;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/// What somebody would find who looks at every control of a window. On the FX thread.
public final class Looking {
    private Looking() {}

    /// Whether not all of what it holds is seen.
    public static boolean scrolls(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight()
                > pane.getViewportBounds().getHeight() + 1;
    }

    /// Words that do not fit where they stand. What servers call their things may be cut in the cells of a table, and
    /// only there.
    public static List<String> cutOff(Parent root) {
        List<String> found = new ArrayList<>();
        visit(
                root,
                node -> {
                    if (node instanceof Labeled labeled
                            && !isInCell(node)
                            && labeled.lookup(".text") instanceof Text drawn
                            && !drawn.getText().equals(labeled.getText())
                            && drawn.getText().endsWith(labeled.getEllipsisString())) {
                        found.add(drawn.getText() + " <- " + labeled.getText());
                    }
                });
        return found;
    }

    /// Whether some label says these words, whole or among others.
    public static boolean says(Parent root, String words) {
        List<String> found = new ArrayList<>();
        visit(
                root,
                node -> {
                    if (node instanceof Labeled labeled
                            && Objects.toString(labeled.getText(), "").contains(words)) {
                        found.add(labeled.getText());
                    }
                });
        return !found.isEmpty();
    }

    /// What the keyboard reaches and a screen reader has no name for.
    public static List<String> nameless(Parent root) {
        List<Node> labelled = new ArrayList<>();
        visit(
                root,
                node -> {
                    if (node instanceof Label label && label.getLabelFor() != null) {
                        labelled.add(label.getLabelFor());
                    }
                });
        List<String> found = new ArrayList<>();
        visit(
                root,
                node -> {
                    if (node.isFocusTraversable()
                            && !isScenery(node)
                            && !labelled.contains(node)
                            && name(node).isBlank()) {
                        found.add(node.toString());
                    }
                });
        return found;
    }

    /// They hold other things, which have names.
    private static boolean isScenery(Node node) {
        return node instanceof ScrollPane
                || node instanceof ScrollBar
                || node instanceof SplitPane
                || node instanceof TabPane
                || node instanceof ModalPane
                || isInCell(node);
    }

    private static String name(Node node) {
        String own = Objects.toString(node.getAccessibleText(), "");
        if (!own.isBlank()) {
            return own;
        }
        return switch (node) {
            case Labeled labeled -> Objects.toString(labeled.getText(), "");
            case TextInputControl field -> Objects.toString(field.getPromptText(), "");
            default -> "";
        };
    }

    private static boolean isInCell(Node node) {
        return node instanceof IndexedCell<?>
                || (node.getParent() != null && isInCell(node.getParent()));
    }

    private static void visit(Node node, Consumer<Node> visitor) {
        if (!node.isVisible()) {
            return;
        }
        visitor.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, visitor));
        }
    }
}
