package dev.signalbox.seata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.TransactionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The bundle and the code that uses it.
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /// A string that looks like a key of the bundle.
    private static final Pattern LITERAL =
            Pattern.compile(
                    "\"((?:branch|console|duration|gap|hazard|note|outcome|refused|rpc|setting|step|unsupported)\\.[A-Za-z_-]+(?:\\.[A-Za-z_-]+)*)\"");

    private static final Pattern PLAIN = Pattern.compile("(?<!\\.)\\btext\\(\\s*\"([^\"]+[^.])\"");

    private final ResourceBundle bundle =
            ResourceBundle.getBundle("dev.signalbox.seata.texts", Locale.ROOT);

    @Test
    void everyKeyThatTheCodeNamesIsInTheBundle() throws IOException {
        assertThat(named())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(bundle.containsKey(key)).as(key).isTrue());
    }

    @Test
    void everyKeyOfTheBundleIsNamedSomewhere() throws IOException {
        Set<String> named = named();
        List<String> unused = new ArrayList<>();
        for (String key : bundle.keySet()) {
            String stem = key.endsWith(".remedy") ? key.substring(0, key.length() - 7) : key;
            if (!named.contains(key) && !named.contains(stem)) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTextIsAPattern() {
        assertThat(bundle.keySet())
                .allSatisfy(
                        key ->
                                assertThat(new MessageFormat(bundle.getString(key), Locale.ROOT))
                                        .isNotNull());
    }

    @Test
    void everyProblemSaysWhatToDo() {
        assertThat(bundle.keySet())
                .filteredOn(
                        key ->
                                key.startsWith("console.")
                                        || key.startsWith("rpc.")
                                        || key.startsWith("refused.")
                                        || key.startsWith("gap."))
                .filteredOn(key -> !key.endsWith(".remedy"))
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        key -> assertThat(bundle.getString(key + ".remedy")).as(key).isNotBlank());
    }

    /// Keys written in the code, and those it puts together.
    private Set<String> named() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path source : sources()) {
            String code = Files.readString(source);
            add(keys, PLAIN.matcher(code));
            add(keys, LITERAL.matcher(code));
        }
        for (TransactionStatus status : TransactionStatus.values()) {
            if (status != TransactionStatus.BEGIN) {
                keys.add("refused." + status);
            }
        }
        for (String type : List.of("AT", "TCC", "SAGA", "XA", "OTHER")) {
            keys.addAll(worded("step." + type));
        }
        for (String kind : List.of("PURGE", "REPLAY", "PUBLISH", "RESTORE", "RESET_OFFSETS")) {
            keys.add("unsupported." + kind);
        }
        return keys;
    }

    private void add(Set<String> keys, Matcher matcher) {
        while (matcher.find()) {
            keys.addAll(worded(matcher.group(1)));
        }
    }

    /// A stem that is worded for each of the two endings stands for two keys.
    private Set<String> worded(String literal) {
        return bundle.containsKey(literal + ".ROLLBACK")
                ? Set.of(literal + ".ROLLBACK", literal + ".COMMIT")
                : Set.of(literal);
    }

    private static List<Path> sources() throws IOException {
        try (var all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
