package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.messages.Imports;
import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.model.Support;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Letters into a file, in each of the formats, and messages out of one.
final class FileMenu extends MenuButton {
    private final DeadLettersViewModel model;
    private final Supplier<Exported> exported;
    private final Map<ExportFormat, MenuItem> exports = new EnumMap<>(ExportFormat.class);
    private final MenuItem read = new MenuItem(text("letters.import"));

    /// @param exported the letters that are meant when one of the exports is chosen
    FileMenu(DeadLettersViewModel model, Supplier<Exported> exported) {
        super(text("letters.files"), new FontIcon(Feather.FILE_TEXT));
        this.model = model;
        this.exported = exported;
        setId("letter-files");
        for (ExportFormat format : ExportFormat.values()) {
            MenuItem item = new MenuItem();
            item.setId("export-" + format.name().toLowerCase(java.util.Locale.ROOT));
            item.setOnAction(_ -> write(format));
            exports.put(format, item);
        }
        read.setId("import-letters");
        read.setOnAction(_ -> read());
        getItems().addAll(exports.values());
        getItems().addAll(new SeparatorMenuItem(), read);
    }

    /// @param selection letters that are selected
    /// @param meant letters that are shown or match
    /// @param canSend whether messages can be sent to the open place
    void show(int selection, long meant, Support canSend) {
        String count = Formats.number(selection > 0 ? selection : meant);
        exports.forEach(
                (format, item) -> {
                    String as = word("export-format", format);
                    item.setText(
                            selection > 0
                                    ? text("letters.export-selected", count, as)
                                    : text("letters.export-shown", count, as));
                    item.setDisable(selection == 0 && meant == 0);
                });
        boolean refused = canSend instanceof Support.Refused;
        read.setDisable(refused);
        setTooltip(
                canSend instanceof Support.Refused(String reason)
                        ? new Tooltip(text("letters.import.refused", reason))
                        : null);
    }

    private void write(ExportFormat format) {
        Optional<LetterPlace> open = model.open().get();
        if (open.isPresent() && getScene().getRoot() instanceof FilePicker files) {
            LetterPlace place = open.get();
            Exported letters = exported.get();
            files.toWrite(text("letters.export.title"), LetterFile.name(place, format))
                    .ifPresent(path -> model.write(place, letters, new LetterFile(path, format)));
        }
    }

    private void read() {
        Optional<LetterPlace> open = model.open().get();
        if (open.isPresent() && getScene().getRoot() instanceof FilePicker files) {
            LetterPlace place = open.get();
            files.toRead(text("letters.import.title", place.destination().name()), Imports.ENDINGS)
                    .ifPresent(path -> model.transfer().read(place.key(), path));
        }
    }
}
