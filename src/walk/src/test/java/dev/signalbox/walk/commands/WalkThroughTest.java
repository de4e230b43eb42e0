package dev.signalbox.walk.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.CommandLineFixture;
import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.core.demo.DemoHome;
import dev.signalbox.core.demo.DemoProcess;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does first, on the real demo: broker, coordinator, databases and services. Everything is done
/// by commands; the databases tell whether it is true.
@TestInstance(Lifecycle.PER_CLASS)
class WalkThroughTest {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// What could still be undone. A row of another status is Seata's fence against late branches: its retry thread
    /// takes a transaction as old as this one up beside the request, and the second of them finds nothing to undo.
    private static final String UNDO_LOGS =
            "SELECT count(*) FROM undo_log WHERE xid = ? AND log_status = 0";

    private static final String CAPTURES = "SELECT count(*) FROM captures WHERE order_id = ?";

    private Optional<DemoProcess> demo = Optional.empty();
    private CommandLineFixture console = CommandLineFixture.ofAdapters(Path.of("target"));
    private Optional<DemoRows> databases = Optional.empty();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        console = CommandLineFixture.ofAdapters(folder);
        DemoProcess process =
                DemoProcess.start(
                        DemoHome.find(), folder.resolve("data").resolve("demo"), 4, _ -> {});
        demo = Optional.of(process);
        databases = Optional.of(new DemoRows(process.awaitUp(START)));
    }

    @AfterAll
    void stop() {
        demo.ifPresent(DemoProcess::close);
    }

    @Test
    void aDeadLetterIsReplayedAndConsumedAndItsRowIsWrittenOnce() throws Exception {
        JsonNode letter =
                patiently().until(() -> letters("orders-dlt"), all -> !all.isEmpty()).getFirst();
        String order = header(letter, "order-id");
        assertThat(rows().figure("payments", CAPTURES, order)).isZero();
        assertThat(letter.at("/cause/exception").asText()).isNotEmpty();

        Result replayed =
                run("dead-letters", "replay", "orders-dlt", "--id", letter.get("id").asText());

        assertThat(replayed.exitCode()).as(replayed.err()).isEqualTo(ExitCode.OK);
        patiently()
                .untilAsserted(
                        () ->
                                assertThat(rows().figure("payments", CAPTURES, order))
                                        .isEqualTo(BigDecimal.ONE));
        patiently().untilAsserted(() -> assertThat(completions(order)).isEqualTo(BigDecimal.ONE));
        assertThat(
                        rows().figure(
                                        "payments",
                                        "SELECT count(*) FROM outbox WHERE order_id = ?",
                                        order))
                .isEqualTo(BigDecimal.ONE);
        Result again =
                run("dead-letters", "replay", "orders-dlt", "--id", letter.get("id").asText());
        assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aHungTransactionIsRolledBackAndItsRowsAreAsBefore() throws Exception {
        JsonNode hung = patiently().until(this::hung, Optional::isPresent).orElseThrow();
        String xid = hung.get("xid").asText();
        String order = rows().text("orders", "SELECT id FROM orders WHERE xid = ?", xid);
        assertThat(order).isNotEmpty();
        // Nobody else may change these rows while the transaction holds its locks.
        BigDecimal amount =
                rows().figure(
                                "payments",
                                "SELECT amount FROM authorisations WHERE order_id = ?",
                                order);
        assertThat(amount).isPositive();
        assertThat(unreserved(order)).isFalse();

        Result result = run("tx", "rollback", xid);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        for (String database : List.of("orders", "payments", "stock")) {
            assertThat(rows().figure(database, UNDO_LOGS, xid)).as(database).isZero();
        }
        assertThat(rows().text("orders", "SELECT id FROM orders WHERE xid = ?", xid)).isEmpty();
        assertThat(rows().figure("orders", "SELECT count(*) FROM outbox WHERE order_id = ?", order))
                .isZero();
        assertThat(
                        rows().figure(
                                        "payments",
                                        "SELECT count(*) FROM authorisations WHERE order_id = ?",
                                        order))
                .isZero();
        assertThat(unreserved(order)).isTrue();
        assertBooksBalance();
        // The coordinator keeps the record of an ended transaction for a while.
        Pattern open =
                Pattern.compile("\"" + Pattern.quote(xid) + "\"[^{]*\"phase\" : \"(?!ENDED)");
        patiently()
                .until(() -> run("tx", "list", "--json").out(), all -> !open.matcher(all).find());
    }

    @Test
    void whatIsPurgedComesBackByteForByte() throws Exception {
        // The incident has put aside what it was told to; nothing new arrives between the two
        // looks.
        patiently().until(() -> letters("orders-dlt"), all -> all.size() >= 3);
        List<String> before = contents("orders-dlt");

        Result purged = run("purge", "orders-dlt");

        assertThat(purged.exitCode()).as(purged.err()).isEqualTo(ExitCode.OK);
        assertThat(letters("orders-dlt")).isEmpty();
        Matcher undo = Pattern.compile("signalbox restore (\\S+)").matcher(purged.err());
        assertThat(undo.find()).as(purged.err()).isTrue();
        Result restored = run("restore", undo.group(1));
        assertThat(restored.exitCode()).as(restored.err()).isEqualTo(ExitCode.OK);
        assertThat(contents("orders-dlt")).isEqualTo(before);
    }

    @Test
    void aLaggingGroupDrainsWhenTheIncidentIsSwitchedOff() {
        patiently().until(() -> lag("recommendation"), lag -> lag > 5);

        assertThat(console.run("demo", "incident", "slow-consumer", "off").exitCode())
                .isEqualTo(ExitCode.OK);

        patiently().until(() -> lag("recommendation"), lag -> lag <= 2);
        assertThat(console.run("demo", "state").out()).doesNotContain("slow-consumer");
    }

    /// What all accounts owe is what all authorisations say, and what is missing on the shelves is what is reserved.
    private void assertBooksBalance() throws Exception {
        assertThat(
                        rows().figure(
                                        "payments",
                                        "SELECT (SELECT sum(balance) FROM accounts) - (SELECT"
                                                + " coalesce(sum(amount), 0) FROM authorisations)"))
                .isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(
                        rows().figure(
                                        "stock",
                                        "SELECT (SELECT sum(1000000 - available) FROM products) -"
                                                + " (SELECT coalesce(sum(quantity), 0) FROM"
                                                + " reservations)"))
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    private boolean unreserved(String order) throws Exception {
        return rows().figure("stock", "SELECT count(*) FROM reservations WHERE order_id = ?", order)
                        .signum()
                == 0;
    }

    private BigDecimal completions(String order) throws Exception {
        return rows().figure(
                        "orders", "SELECT count(*) FROM completions WHERE order_id = ?", order);
    }

    /// A transaction that has all its branches and has waited longer than any ordinary one.
    private Optional<JsonNode> hung() throws Exception {
        for (JsonNode each : run("tx", "list", "--json").json()) {
            if (each.get("status").asText().equals("BEGIN")
                    && each.get("branches").size() == 3
                    && each.get("ageSeconds").asDouble() > 30) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private long lag(String group) throws Exception {
        return run("lag", group, "--json").json().at("/0/lag").asLong(-1);
    }

    private List<JsonNode> letters(String destination) throws Exception {
        List<JsonNode> letters = new ArrayList<>();
        run("dead-letters", "list", destination, "--json").json().forEach(letters::add);
        return letters;
    }

    /// All but the offsets, which are new after a restore.
    private List<String> contents(String destination) throws Exception {
        return letters(destination).stream()
                .map(
                        each ->
                                String.join(
                                        " ",
                                        each.get("partition").asText(),
                                        each.get("timestamp").asText(),
                                        each.get("key").toString(),
                                        each.get("value").toString(),
                                        each.get("headers").toString()))
                .sorted()
                .toList();
    }

    private static String header(JsonNode letter, String name) {
        for (JsonNode header : letter.get("headers")) {
            if (header.get("name").asText().equals(name)) {
                return header.get("value").asText();
            }
        }
        throw new AssertionError("no header " + name + " in " + letter);
    }

    /// On the demo, confirmed beforehand where it is an action.
    private Result run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--profile", "demo"));
        if (List.of("replay", "rollback").contains(command[1]) || command.length == 2) {
            arguments.add("--yes");
        }
        return console.run(arguments.toArray(String[]::new));
    }

    private DemoRows rows() {
        return databases.orElseThrow();
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1));
    }
}
