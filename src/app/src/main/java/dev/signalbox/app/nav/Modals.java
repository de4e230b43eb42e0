package dev.signalbox.app.nav;

import javafx.scene.Node;

/// Shows one thing above the window until it is done with. Esc and a click beside it close it.
public interface Modals {
    /// Puts it in front of everything. What was shown there before goes.
    void show(Node content);

    /// The same, but only [#close] closes it: for what must not be left by accident.
    void showUntilClosed(Node content);

    void close();
}
