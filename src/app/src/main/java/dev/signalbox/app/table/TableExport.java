package dev.signalbox.app.table;

import static dev.signalbox.app.text.AppTexts.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.FxThread;
import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Writes all lines of a table to a file, off the FX thread: those that the filter leaves, in the order shown, with the
/// columns that are seen.
final class TableExport<T> {
    private final Background background = new Background(new FxThread());
    private final Node view;
    private final Supplier<List<Column<T>>> columns;
    private final Supplier<List<T>> all;

    TableExport(Node view, Supplier<List<Column<T>>> columns, Supplier<List<T>> all) {
        this.view = view;
        this.columns = columns;
        this.all = all;
    }

    /// Asks the window for the file. What is written is what was shown when it was asked for.
    void write(BiFunction<List<Column<T>>, List<T>, String> format, String ending) {
        Parent window = view.getScene().getRoot();
        if (!(window instanceof FilePicker files)) {
            return;
        }
        List<Column<T>> seen = List.copyOf(columns.get());
        List<T> items = List.copyOf(all.get());
        files.toWrite(text("table.export.title"), "signalbox" + ending)
                .ifPresent(
                        file ->
                                background.run(
                                        "export-table",
                                        () -> write(file, format.apply(seen, items)),
                                        _ -> {},
                                        problem -> tell(window, problem)));
    }

    private static Path write(Path file, String content) throws ConnectorException {
        try {
            PrivateFiles.replace(file, content.getBytes(UTF_8));
            return file;
        } catch (IOException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNEXPECTED,
                            text("table.export.failed", file.toString(), e.toString()),
                            text("table.export.remedy")),
                    e);
        }
    }

    private static void tell(Parent window, Problem problem) {
        if (window instanceof Modals modals) {
            Label summary = new Label(problem.summary());
            summary.setWrapText(true);
            Label remedy = new Label(problem.remedy());
            remedy.getStyleClass().add("muted");
            VBox told = new VBox(8, summary, remedy);
            told.getStyleClass().add("dialog-body");
            told.setMaxSize(560, VBox.USE_PREF_SIZE);
            modals.show(told);
        }
    }
}
