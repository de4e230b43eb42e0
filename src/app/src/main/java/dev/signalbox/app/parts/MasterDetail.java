package dev.signalbox.app.parts;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A table, and below it what is selected in it. Esc closes the lower part.
public final class MasterDetail extends SplitPane {
    private final Node detail;

    /// Where the operator has put the divider.
    private double divider = 0.42;

    public MasterDetail(Node master, Node detail, Runnable closed) {
        super(master);
        this.detail = detail;
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("master-detail");
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && isDetailShown()) {
                        closed.run();
                        event.consume();
                    }
                });
    }

    private boolean isDetailShown() {
        return getItems().contains(detail);
    }

    public void setDetailShown(boolean shown) {
        if (isDetailShown() == shown) {
            return;
        }
        if (shown) {
            getItems().add(detail);
            setDividerPositions(divider);
        } else {
            divider = getDividerPositions()[0];
            getItems().remove(detail);
        }
    }
}
