package dev.signalbox.app.shell;

import dev.signalbox.app.nav.FilePicker;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop's own dialogs for files.
final class FileDialogs implements FilePicker {
    private final Supplier<@Nullable Window> window;

    FileDialogs(Supplier<@Nullable Window> window) {
        this.window = window;
    }

    @Override
    public Optional<Path> toRead(String title, List<String> endings) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .add(
                        new ExtensionFilter(
                                String.join(", ", endings),
                                endings.stream().map(ending -> "*" + ending).toList()));
        return path(chooser.showOpenDialog(window.get()));
    }

    @Override
    public Optional<Path> toWrite(String title, String name) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(window.get()));
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }

    private static Optional<Path> path(@Nullable File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
