package dev.signalbox.app.parts;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.MasterDetailPane;

/// A table, and below it what is selected in it. Esc closes the lower part.
public final class MasterDetail extends MasterDetailPane {
    public MasterDetail(Node master, Node detail, Runnable closed) {
        super(Side.BOTTOM, master, detail, false);
        setAnimated(false);
        setDividerPosition(0.42);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && isShowDetailNode()) {
                        closed.run();
                        event.consume();
                    }
                });
    }

    public void setDetailShown(boolean shown) {
        if (isShowDetailNode() != shown) {
            setShowDetailNode(shown);
        }
    }
}
