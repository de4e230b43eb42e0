package dev.signalbox.app.prefs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.Json;
import dev.signalbox.core.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the operator set in the window, in `window.json`, to be read and changed by hand as well. Losing it costs a
/// few clicks, so a file that cannot be read or written is logged and otherwise lived without.
///
/// To be called on one thread; the file is written on another.
public final class Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final String DARK = "dark";
    private static final String MODE = "mode";
    private static final String CONTRAST = "highContrast";
    private static final String DENSITY = "density";
    private static final String LANGUAGE = "language";
    private static final String WINDOW = "window";
    private static final String OPEN = "open";
    private static final String SCOPE = "scope";
    private static final String HIDDEN = "hiddenColumns";
    private static final String TOUR = "tourSeen";

    private final Path file;

    /// With whatever a newer version has put into it.
    private final ObjectNode values;

    private final ReentrantLock writing = new ReentrantLock();
    private volatile String newest = "";

    // Guarded by writing
    private String written = "";
    private boolean unreadable;

    /// @param folder of what the operator writes
    public Preferences(Path folder) {
        this.file = folder.resolve("window.json");
        this.values = read().orElseGet(Json.mapper()::createObjectNode);
    }

    private Optional<ObjectNode> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (Json.mapper().readTree(file.toFile()) instanceof ObjectNode known) {
                return Optional.of(known);
            }
            LOG.warn("{} is not a JSON object; starting with defaults", file.getFileName());
        } catch (IOException e) {
            LOG.warn("{} cannot be read; starting with defaults", file.getFileName(), e);
        }
        unreadable = true;
        return Optional.empty();
    }

    public Mode mode() {
        // Up to version 0.1 there was only dark or not.
        return constant(MODE, Mode.values())
                .orElse(values.path(DARK).asBoolean() ? Mode.DARK : Mode.SYSTEM);
    }

    public void setMode(Mode mode) {
        values.remove(DARK);
        put(MODE, mode);
    }

    public boolean highContrast() {
        return values.path(CONTRAST).asBoolean();
    }

    public void setHighContrast(boolean wanted) {
        values.put(CONTRAST, wanted);
        save();
    }

    /// Whether the tour was taken or put away once.
    public boolean tourSeen() {
        return values.path(TOUR).asBoolean();
    }

    public void setTourSeen() {
        values.put(TOUR, true);
        save();
    }

    public Density density() {
        return constant(DENSITY, Density.values()).orElse(Density.COMFORTABLE);
    }

    public void setDensity(Density density) {
        put(DENSITY, density);
    }

    public Language language() {
        return Language.of(values.path(LANGUAGE).asText()).orElse(Language.SYSTEM);
    }

    public void setLanguage(Language language) {
        values.put(LANGUAGE, language.tag());
        save();
    }

    private <E extends Enum<E>> Optional<E> constant(String name, E[] all) {
        String written = values.path(name).asText();
        return Stream.of(all).filter(each -> word(each).equals(written)).findFirst();
    }

    private void put(String name, Enum<?> constant) {
        values.put(name, word(constant));
        save();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public Optional<WindowPlace> place() {
        JsonNode place = values.path(WINDOW);
        double width = place.path("width").asDouble();
        double height = place.path("height").asDouble();
        return width > 0 && height > 0
                ? Optional.of(
                        new WindowPlace(
                                place.path("x").asDouble(),
                                place.path("y").asDouble(),
                                width,
                                height,
                                place.path("maximized").asBoolean()))
                : Optional.empty();
    }

    public void setPlace(WindowPlace place) {
        values.putObject(WINDOW)
                .put("x", Math.round(place.x()))
                .put("y", Math.round(place.y()))
                .put("width", Math.round(place.width()))
                .put("height", Math.round(place.height()))
                .put("maximized", place.maximized());
        save();
    }

    /// Ids of the profiles that were open.
    public List<String> open() {
        return words(values.path(OPEN));
    }

    public void setOpen(List<String> profileIds) {
        put(values, OPEN, profileIds);
        save();
    }

    /// Id of the one profile that was shown; empty: all that were open.
    public Optional<String> scope() {
        return Optional.of(values.path(SCOPE).asText("")).filter(id -> !id.isEmpty());
    }

    public void setScope(Optional<String> profileId) {
        profileId.ifPresentOrElse(id -> values.put(SCOPE, id), () -> values.remove(SCOPE));
        save();
    }

    /// The columns of a table that are not to be shown.
    public List<String> hiddenColumns(String table) {
        return words(values.path(HIDDEN).path(table));
    }

    public void setHiddenColumns(String table, Collection<String> columns) {
        ObjectNode tables =
                values.path(HIDDEN) instanceof ObjectNode known ? known : values.putObject(HIDDEN);
        put(tables, table, new TreeSet<>(columns));
        save();
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return List.copyOf(words);
    }

    private static void put(ObjectNode node, String name, Collection<String> words) {
        if (words.isEmpty()) {
            node.remove(name);
            return;
        }
        ArrayNode array = node.putArray(name);
        words.forEach(array::add);
    }

    private void save() {
        try {
            newest =
                    Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(values)
                            + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().name("preferences").start(this::flush);
    }

    /// Somebody may have slipped while editing it by hand, and wants it back.
    private void keepUnreadable() throws IOException {
        if (unreadable) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".unreadable"),
                    StandardCopyOption.REPLACE_EXISTING);
            unreadable = false;
        }
    }

    /// Writes what is not written yet. Blocks.
    public void flush() {
        writing.lock();
        try {
            String text = newest;
            if (!text.isEmpty() && !text.equals(written)) {
                keepUnreadable();
                PrivateFiles.replace(file, text.getBytes(UTF_8));
                written = text;
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file.getFileName(), e);
        } finally {
            writing.unlock();
        }
    }
}
