package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text of every module is there in both languages and takes the same things into it.
class LanguagesTest {
    private static final Path MODULES = Path.of("..");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @Test
    void everyKeyIsThereInBothLanguages() throws IOException {
        assertThat(bundles()).hasSizeGreaterThanOrEqualTo(8);
        for (Path english : bundles()) {
            assertThat(read(chinese(english)).keySet())
                    .as(english.toString())
                    .isEqualTo(read(english).keySet());
        }
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        for (Path english : bundles()) {
            Map<String, String> texts = read(english);
            Map<String, String> translated = read(chinese(english));
            for (String key : texts.keySet()) {
                assertThat(arguments(translated.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(texts.getOrDefault(key, "")));
            }
        }
    }

    @Test
    void everyTextIsAPatternInBothLanguagesAndSaysSomething() throws IOException {
        for (Path english : bundles()) {
            Map<String, String> texts = read(english);
            Map<String, String> translated = read(chinese(english));
            for (String key : texts.keySet()) {
                assertThat(translated.getOrDefault(key, "").isBlank())
                        .as(key)
                        .isEqualTo(texts.getOrDefault(key, "").isBlank());
                assertThat(choices(translated.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(choices(texts.getOrDefault(key, "")));
            }
        }
    }

    /// At which counts the words change, for each choice. Descriptions that picocli reads are no patterns.
    private static List<String> choices(String text) {
        if (!text.contains(",choice,")) {
            return List.of();
        }
        return Stream.of(new MessageFormat(text, Locale.ROOT).getFormats())
                .filter(ChoiceFormat.class::isInstance)
                .map((Format each) -> ((ChoiceFormat) each).getLimits())
                .map(Arrays::toString)
                .sorted()
                .toList();
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path chinese(Path english) {
        return english.resolveSibling("texts_zh.properties");
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        Map<String, String> read = new TreeMap<>();
        texts.forEach((key, text) -> read.put(key.toString(), text.toString()));
        return read;
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> modules = Files.list(MODULES)) {
            return modules.map(module -> module.resolve("src/main/resources"))
                    .filter(Files::isDirectory)
                    .flatMap(LanguagesTest::bundlesBelow)
                    .toList();
        }
    }

    private static Stream<Path> bundlesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("texts.properties")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
