package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.connect.TestStep;
import dev.signalbox.app.deadletters.CommandVerb;
import dev.signalbox.app.deadletters.ConditionEntry;
import dev.signalbox.app.messages.Content;
import dev.signalbox.app.messages.HeaderLine;
import dev.signalbox.app.operations.DetailName;
import dev.signalbox.app.operations.HistoryResult;
import dev.signalbox.app.prefs.Density;
import dev.signalbox.app.prefs.Mode;
import dev.signalbox.app.text.AppTexts;
import dev.signalbox.app.tour.TourStep;
import dev.signalbox.core.alert.AlertKind;
import dev.signalbox.core.deadletter.CauseState;
import dev.signalbox.core.demo.DemoState;
import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.gate.Speed;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text comes from the bundle, and everything in the bundle is used.
class TextsTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
    private static final Pattern WORDS =
            Pattern.compile(".*[A-Za-z]{2,} [A-Za-z]{2,}.*|[A-Z][a-z]+");

    /// Look like keys and are none: the bundle, a file, a setting, a system property.
    private static final Set<String> NO_KEYS =
            Set.of(
                    "dev.signalbox.app.texts",
                    "letters.jsonl",
                    "window.json",
                    "signalbox.logs",
                    "app-logback.xml",
                    "user.name",
                    "os.name",
                    "os.version",
                    "java.runtime.version",
                    "javafx.runtime.version",
                    "build.properties",
                    "signalbox.legal",
                    "prism.order");

    /// Look like texts and are none: how Java begins a line of a stack trace, parts of Seata's names for the
    /// statuses of a branch, fonts, what macOS is asked for a notification with.
    private static final Set<String> NO_TEXTS =
            Set.of(
                    "caused by:",
                    "Fail",
                    "Unretryable",
                    "Timeout",
                    "Retry",
                    "Done",
                    "PingFang SC",
                    "Microsoft YaHei UI",
                    "Microsoft YaHei",
                    "Noto Sans CJK SC",
                    "Source Han Sans SC",
                    "WenQuanYi Micro Hei",
                    "on run words",
                    "display notification (item 2 of words) with title (item 1 of words)",
                    "end run");

    private static final Map<String, Enum<?>[]> WORD_GROUPS =
            Map.ofEntries(
                    Map.entry("access", Access.values()),
                    Map.entry("tour-step", TourStep.values()),
                    Map.entry("cause-state", CauseState.values()),
                    Map.entry("command", CommandVerb.values()),
                    Map.entry("condition", ConditionEntry.values()),
                    Map.entry("density", Density.values()),
                    Map.entry("alert-kind", AlertKind.values()),
                    Map.entry("environment", Environment.values()),
                    Map.entry("export-format", ExportFormat.values()),
                    Map.entry("group-state", GroupState.values()),
                    Map.entry("header-kind", HeaderLine.Kind.values()),
                    Map.entry("history-detail", DetailName.values()),
                    Map.entry("history-result", HistoryResult.values()),
                    Map.entry("kind", DestinationKind.values()),
                    Map.entry("language", Language.values()),
                    Map.entry("look", Content.Look.values()),
                    Map.entry("mode", Mode.values()),
                    Map.entry("operation-status", Operation.Status.values()),
                    Map.entry("part-state", DemoState.PartState.values()),
                    Map.entry("phase", ConnectionState.Phase.values()),
                    Map.entry("problem-kind", ProblemKind.values()),
                    Map.entry("reversal", Plan.Reversal.values()),
                    Map.entry("severity", Plan.Severity.values()),
                    Map.entry("speed-basis", Speed.Basis.values()),
                    Map.entry("test-step", TestStep.values()),
                    Map.entry("transaction-status", TransactionStatus.values()),
                    Map.entry("transaction-phase", TransactionStatus.Phase.values()),
                    Map.entry("verdict", Verdict.values()),
                    Map.entry("verdict-hint", Verdict.values()));

    private final Set<String> bundle =
            new TreeSet<>(ResourceBundle.getBundle("dev.signalbox.app.texts").keySet());
    private final List<String> lines = sources();

    @Test
    void everyKeyInTheSourcesIsInTheBundle() {
        Set<String> missing =
                literals()
                        .filter(literal -> KEY.matcher(literal).matches())
                        .filter(literal -> !NO_KEYS.contains(literal) && !bundle.contains(literal))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyConstantThatIsShownHasAWord() {
        assertThat(wordGroups()).isEqualTo(WORD_GROUPS.keySet());
        WORD_GROUPS.forEach(
                (group, constants) -> {
                    for (Enum<?> constant : constants) {
                        assertThat(AppTexts.word(group, constant)).doesNotStartWith("!");
                    }
                });
    }

    @Test
    void everyTextInTheBundleIsUsed() {
        Set<String> all = literals().collect(Collectors.toSet());
        Set<String> beginnings =
                all.stream().filter(it -> it.endsWith(".")).collect(Collectors.toSet());
        Set<String> ends =
                all.stream().filter(it -> it.startsWith(".")).collect(Collectors.toSet());
        Set<String> groups =
                wordGroups().stream().map(group -> group + ".").collect(Collectors.toSet());
        List<String> unused =
                bundle.stream()
                        .filter(key -> !all.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                        .filter(key -> groups.stream().noneMatch(key::startsWith))
                        .filter(key -> ends.stream().noneMatch(key::endsWith))
                        .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void noTextIsWrittenInTheSources() {
        List<String> written =
                lines.stream()
                        .filter(line -> !line.contains("LOG.") && !line.contains("Exception("))
                        .flatMap(line -> matches(LITERAL.pattern(), line))
                        .filter(literal -> WORDS.matcher(literal).matches())
                        .filter(
                                literal ->
                                        !NO_TEXTS.contains(literal) && !literal.contains("HH:mm"))
                        .toList();
        assertThat(written).isEmpty();
    }

    @Test
    void noTextIsGivenTwice() throws IOException {
        List<String> keys =
                Files.readAllLines(Path.of("src/main/resources/dev/signalbox/app/texts.properties"))
                        .stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(bundle);
    }

    private Set<String> wordGroups() {
        return lines.stream()
                .flatMap(line -> matches("word\\(\\s*\"([a-z-]+)\"", line))
                .collect(Collectors.toSet());
    }

    private Stream<String> literals() {
        return lines.stream().flatMap(line -> matches(LITERAL.pattern(), line));
    }

    private static Stream<String> matches(String pattern, String line) {
        return Pattern.compile(pattern)
                .matcher(line)
                .results()
                .map((MatchResult match) -> match.group(1));
    }

    /// Lines of code, without comments.
    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(TextsTest::linesOf)
                    .filter(line -> !line.strip().startsWith("//"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            // Literals that are added up over lines count as one.
            return Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "").lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
