package dev.signalbox.app.table;

import dev.signalbox.app.fx.Row;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/// Pale while what it shows is old.
final class StaleRow<T> extends TableRow<Row<T>> {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    StaleRow(Predicate<T> isOld) {
        itemProperty()
                .flatMap(Row::valueProperty)
                .map(isOld::test)
                .orElse(false)
                .subscribe(old -> pseudoClassStateChanged(STALE, old));
    }
}
