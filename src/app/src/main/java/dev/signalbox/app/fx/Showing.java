package dev.signalbox.app.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Whether a node is in a window that is open: a screen that is not looked at does no work.
///
/// Use: `viewModel.items().when(Showing.of(this)).subscribe(table::setItems)`.
public final class Showing {
    private Showing() {}

    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false);
    }
}
