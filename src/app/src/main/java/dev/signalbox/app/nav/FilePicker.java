package dev.signalbox.app.nav;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the operator for a file. Empty when the operator thinks better of it.
public interface FilePicker {
    /// One that is there, with one of these endings.
    Optional<Path> toRead(String title, List<String> endings);

    /// One to write to.
    Optional<Path> toWrite(String title, String name);
}
