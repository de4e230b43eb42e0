package dev.signalbox.app.nav;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/// One screen. A screen is a package with one class of this kind, and one line in the composition.
public interface Feature {
    /// Names it in code and in texts: `<id>.title` is its name for people.
    FeatureId id();

    Ikon icon();

    /// What it shows. Asked once, when it is first looked at.
    Node view();

    /// Shows one thing on it: a group, a destination, a transaction.
    default void focus(Focus focus) {}

    /// Whether it is there at all: the demo's screen only while the demo runs.
    default ObservableValue<Boolean> available() {
        return new SimpleObjectProperty<>(true);
    }

    /// Another takes its place, as when the language changes: it lets go of what it follows outside of itself.
    default void leave() {}

    /// How many things on it ask for attention; shown beside its name. 0 shows nothing.
    default ObservableValue<Integer> attention() {
        return new SimpleObjectProperty<>(0);
    }
}
