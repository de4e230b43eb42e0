package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.core.model.Message;
import java.util.List;
import javafx.scene.layout.StackPane;

/// The headers of a message, in their order, with what their values are.
public final class HeaderTable extends StackPane {
    private final DataTable<Integer, HeaderLine> table =
            new DataTable<>(
                    HeaderLine::number,
                    List.of(
                            Column.label("headers.name", HeaderLine::name).width(230),
                            Column.<HeaderLine>label(
                                            "headers.kind",
                                            line -> word("header-kind", line.kind()))
                                    .width(80),
                            Column.label("headers.value", HeaderLine::value).grows()));

    public HeaderTable(Preferences preferences) {
        table.choosable("headers", preferences);
        table.setState(new TableState.Empty(text("headers.none")));
        getChildren().add(table);
    }

    public void show(Message message) {
        table.setItems(HeaderLine.of(message.headers()));
    }
}
