package dev.signalbox.app.prefs;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the operator set in the window, in `window.properties`. Losing it costs a click, so a file that cannot be
/// read or written is logged and otherwise lived without.
public final class Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final String DARK = "theme.dark";

    private final Path file;
    private final Properties values = new Properties();

    /// @param folder of what the operator writes
    public Preferences(Path folder) {
        this.file = folder.resolve("window.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} cannot be read; starting with defaults", file.getFileName(), e);
            }
        }
    }

    public boolean isDark() {
        return Boolean.parseBoolean(values.getProperty(DARK));
    }

    public void setDark(boolean dark) {
        values.setProperty(DARK, Boolean.toString(dark));
        save();
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, null);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file.getFileName(), e);
        }
    }
}
