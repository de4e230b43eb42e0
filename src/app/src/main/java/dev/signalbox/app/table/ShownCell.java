package dev.signalbox.app.table;

import dev.signalbox.app.fx.Row;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Writes one value: text, tone, icon, and a tooltip where there is a hint.
final class ShownCell<T> extends TableCell<Row<T>, T> {
    private final Function<T, Shown> shown;
    private Tone tone = Tone.PLAIN;

    ShownCell(Function<T, Shown> shown) {
        this.shown = shown;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        show(empty || item == null ? Shown.nothing() : shown.apply(item));
    }

    private void show(Shown value) {
        setText(value.text());
        setGraphic(value.icon().map(FontIcon::new).orElse(null));
        setTooltip(value.hint().isEmpty() ? null : new Tooltip(value.hint()));
        if (value.tone() != tone) {
            getStyleClass().remove(tone.styleClass());
            tone = value.tone();
            getStyleClass().add(tone.styleClass());
        }
    }
}
