package dev.signalbox.app.fx;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One line of a table: the same object for the same key, with a value that changes.
public final class Row<T> {
    private final ReadOnlyObjectWrapper<T> value;

    Row(T value) {
        this.value = new ReadOnlyObjectWrapper<>(value);
    }

    public T value() {
        return value.get();
    }

    public ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    void set(T newer) {
        // Records compare by content: a row that did not change redraws nothing.
        if (!newer.equals(value.get())) {
            value.set(newer);
        }
    }
}
