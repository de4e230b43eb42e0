package dev.signalbox.app.nav;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the operator for a file. Empty when the operator thinks better of it.
public interface FilePicker {
    /// One that is there, with this ending.
    Optional<Path> toRead(String title, String ending);

    /// One to write to.
    Optional<Path> toWrite(String title, String name);
}
