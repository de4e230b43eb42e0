package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text that is asked for exists, and none lies idle.
class KafkaTextsTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /// How a key is named, and what is put around it to make the keys of the bundle.
    private static final Set<Use> USES =
            Set.of(
                    new Use(
                            "KafkaTexts\\.get\\(\\s*(?:[^\"()]*\\?\\s*)?\"([\\w.-]+)\"(?!\\s*\\+)",
                            "%s"),
                    new Use(
                            "KafkaProblems\\.(?:problem|exception)\\(\\s*[^,\"]+,\\s*\"([\\w.-]+)\"",
                            "%s",
                            "%s.remedy"),
                    new Use("draft\\.(?:note|warning|danger)\\(\\s*\"([\\w.-]+)\"", "hazard.%s"),
                    new Use(
                            "new Kind\\(\\s*ProblemKind\\.\\w+,\\s*\"([\\w-]+)\"",
                            "failure.%s",
                            "failure.%s.remedy"),
                    new Use(
                            "[^.]problem\\(\\s*ProblemKind\\.\\w+,\\s*\"([\\w-]+)\"",
                            "probe.%s",
                            "probe.%s.remedy"),
                    new Use("setting\\(\\s*\"([\\w.]+)\"", "setting.%s"),
                    new Use("(?:invalid|unreadable)\\(\\s*\"([\\w.-]+)\"", "%s"));

    private record Use(Pattern pattern, List<String> keys) {
        Use(String pattern, String... keys) {
            this(Pattern.compile(pattern), List.of(keys));
        }
    }

    @Test
    void everyKeyThatIsUsedExistsAndEveryKeyIsUsed() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("setting.properties.file"));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                collect(Files.readString(file), used);
            }
        }

        Set<String> there =
                new TreeSet<>(ResourceBundle.getBundle("dev.signalbox.kafka.texts").keySet());
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(there).containsExactlyInAnyOrderElementsOf(used);
    }

    private static void collect(String source, Set<String> used) {
        for (Use use : USES) {
            Matcher matcher = use.pattern.matcher(source);
            while (matcher.find()) {
                for (String key : use.keys) {
                    used.add(String.format(key, matcher.group(1)));
                }
            }
        }
    }

    @Test
    void figuresAndNamesAreFilledIn() {
        assertThat(KafkaTexts.get("hazard.purge-unread", "payment", 1_204L))
                .contains("payment")
                .contains("204")
                .doesNotContain("{");
    }
}
