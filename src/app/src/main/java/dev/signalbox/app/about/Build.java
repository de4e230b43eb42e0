package dev.signalbox.app.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which build of the console this is.
///
/// @param version of the product
/// @param commit it was packaged from, with a plus where something had been changed since; empty for one that was not
///     packaged
public record Build(String version, String commit) {
    private static final String FILE = "build.properties";

    /// The one that runs.
    public static Build current() {
        Properties told = new Properties();
        try (InputStream file =
                Objects.requireNonNull(Build.class.getResourceAsStream(FILE), FILE)) {
            told.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(told.getProperty("version", ""), told.getProperty("commit", ""));
    }
}
