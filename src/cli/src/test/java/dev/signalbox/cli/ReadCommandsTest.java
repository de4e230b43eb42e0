package dev.signalbox.cli;

import static dev.signalbox.cli.CommandLineFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandsTest {
    @TempDir Path folder = Path.of("");

    private CommandLineFixture console = new CommandLineFixture(folder);

    @BeforeEach
    void connect() throws Exception {
        console = new CommandLineFixture(folder).with(profile("test"));
        console.server.put("orders", "one");
        console.server.keepsDeadLettersOf("orders-dlt", "orders");
        console.server.put(
                "orders-dlt",
                "dead",
                header("kafka_dlt-exception-fqcn", "com.acme.NoRate"),
                header("kafka_dlt-exception-message", "no rate\nfor \u001b[31mXTS"),
                header("kafka_dlt-original-topic", "orders"));
        console.server.add(group("fast", Reading.of(0)));
        console.server.add(group("slow", Reading.of(1200)));
        console.server.add(group("odd", Reading.unknown("nothing committed")));
        console.server.add(
                new GlobalTransaction(
                        "10.0.0.1:8091:42",
                        "create-order",
                        "order",
                        "default_tx_group",
                        TransactionStatus.BEGIN,
                        Optional.of(Instant.now().minusSeconds(90)),
                        Duration.ofMinutes(15),
                        List.of(
                                new GlobalTransaction.Branch(
                                        "1",
                                        "AT",
                                        "jdbc:postgresql://h/orders",
                                        "Registered",
                                        "order",
                                        List.of(new GlobalTransaction.Lock("orders", "7")))),
                        Optional.of("hangs since the payment stopped")));
    }

    @Test
    void aSnapshotIsEverythingAsJson() throws Exception {
        JsonNode connection = console.run("snapshot").json().at("/connections/0");

        assertThat(connection.at("/profile/id").asText()).isEqualTo("test");
        assertThat(connection.at("/phase").asText()).isEqualTo("LIVE");
        assertThat(connection.at("/server/clusterId").asText()).isEqualTo("fake-cluster");
        assertThat(connection.at("/destinations").findValuesAsText("name"))
                .containsExactly("orders", "orders-dlt");
        assertThat(connection.at("/destinations/1/deadLetterOf").asText()).isEqualTo("orders");
        assertThat(connection.at("/groups").findValuesAsText("group"))
                .containsExactly("fast", "slow", "odd");
        assertThat(connection.at("/transactions/0/branches/0/locks/0/table").asText())
                .isEqualTo("orders");
        assertThat(connection.at("/capabilities/PURGE").asText()).isEqualTo("offered");
    }

    @Test
    void whatIsNotKnownIsNullWithTheReasonAndNeverNought() throws Exception {
        JsonNode connection = console.run("snapshot").json().at("/connections/0");

        assertThat(connection.at("/destinations/0/bytes").isNull()).isTrue();
        assertThat(connection.at("/destinations/0/bytesUnknown").asText()).isEqualTo("no disk");
        assertThat(connection.at("/groups/2/lag").isNull()).isTrue();
        assertThat(connection.at("/groups/2/positions/0/lagUnknown").asText())
                .isEqualTo("nothing committed");
    }

    @Test
    void theGroupThatIsFurthestBehindComesFirst() throws Exception {
        Result text = console.run("lag");
        Result json = console.run("lag", "--json");

        assertThat(text.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(text.out().lines().map(line -> line.split(" +")[0]))
                .containsExactly("GROUP", "slow", "fast", "odd");
        assertThat(text.out()).contains("1200").containsPattern("odd +STABLE +- ");
        assertThat(json.json().findValuesAsText("group")).containsExactly("slow", "fast", "odd");
        assertThat(console.run("lag", "slow", "--json").json()).hasSize(1);
    }

    @Test
    void deadLettersAreFoundWithWhereTheyCameFrom() throws Exception {
        assertThat(console.run("dead-letters", "list").out())
                .containsPattern("orders-dlt +orders +1 ");
        JsonNode place = console.run("dead-letters", "list", "--json").json().get(0);
        assertThat(place.get("messages").asInt()).isEqualTo(1);
    }

    @Test
    void aLetterTellsItsCauseAndCannotSteerTheTerminal() throws Exception {
        Result text = console.run("dead-letters", "list", "orders-dlt");
        Result json = console.run("dead-letters", "list", "orders-dlt", "--json");

        assertThat(text.out())
                .contains("orders-dlt-0@0")
                .contains("NoRate: no rate for ?[31mXTS")
                .doesNotContain("\u001b");
        assertThat(json.json().at("/0/cause/exception").asText()).isEqualTo("com.acme.NoRate");
        assertThat(json.json().at("/0/value").asText()).isEqualTo("dead");
    }

    @Test
    void aDestinationThatIsNotThereIsRefused() {
        Result result = console.run("dead-letters", "list", "nowhere");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(result.err()).contains("nowhere");
    }

    @Test
    void transactionsShowTheirAgeAndLocks() throws Exception {
        assertThat(console.run("tx", "list").out())
                .containsPattern("10.0.0.1:8091:42 +create-order +BEGIN +\\d+ s +1 +1 ");
        JsonNode transaction = console.run("tx", "list", "--json").json().get(0);
        assertThat(transaction.get("ageSeconds").asDouble()).isGreaterThanOrEqualTo(90);
        assertThat(transaction.get("note").asText()).contains("payment stopped");
    }

    @Test
    void watchShowsWhatNeedsSomebodyAndEndsInTime() {
        Result result = console.run("watch", "--duration", "1ms", "--every", "1ms");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out())
                .contains("LIVE  The test  Fake 1.0")
                .contains("orders-dlt")
                .contains("10.0.0.1:8091:42")
                .contains("slow")
                .doesNotContain("\u001b");
    }

    @Test
    void watchDrawsInPlaceWhereSomebodySits() {
        Result result = console.typing("", "watch", "--duration", "1ms", "--every", "1ms");

        assertThat(result.out()).startsWith("\u001b[H").contains("\u001b[J");
    }

    @Test
    void watchWritesALineOfJsonForEveryLook() {
        Result result = console.run("watch", "--json", "--duration", "1ms", "--every", "1ms");

        assertThat(result.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"at\""));
    }

    @Test
    void aServerThatCannotBeReachedIsToldAndIsNotAnEmptyAnswer() throws Exception {
        console.server.fail(
                new Problem(ProblemKind.UNREACHABLE, "Nothing answers at b:1.", "Check it."));

        Result result = console.run("lag", "--json");
        Result snapshot = console.run("snapshot");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CONNECTION);
        assertThat(result.err()).contains("Nothing answers at b:1.").contains("Check it.");
        assertThat(snapshot.exitCode()).isEqualTo(ExitCode.CONNECTION);
        assertThat(snapshot.json().at("/connections/0/problem/kind").asText())
                .isEqualTo("UNREACHABLE");
        assertThat(snapshot.json().at("/connections/0").has("groups")).isFalse();
    }

    @Test
    void profilesAreListed() throws Exception {
        assertThat(console.run("profiles").out()).containsPattern("test +The test +fake +TEST");
        assertThat(console.run("profiles", "--json").json().at("/0/access").asText())
                .isEqualTo("READ_WRITE");
    }

    @Test
    void aProfileThatIsNotThereIsToldWithThoseThatAre() {
        Result result = console.run("lag", "--profile", "nope");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CONNECTION);
        assertThat(result.err()).contains("nope").contains("test");
        assertThat(console.run("lag", "--profile", "demo").err()).contains("No demo is running");
    }

    @Test
    void aBrokenProfileFileIsToldAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("config/profiles.json");
        Files.writeString(file, "{ broken");

        Result result = console.run("lag");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CONNECTION);
        assertThat(result.err()).contains("profiles.json");
        assertThat(file).hasContent("{ broken");
    }

    @Test
    void withoutAnyProfileItSaysWhereToBegin() throws Exception {
        Files.delete(folder.resolve("config/profiles.json"));

        Result result = console.run("snapshot");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CONNECTION);
        assertThat(result.err()).contains("profiles.json").contains("signalbox demo");
    }

    private static ConsumerGroup group(String id, Reading lag) {
        return new ConsumerGroup(
                id,
                GroupType.CONSUMER,
                GroupState.STABLE,
                List.of(
                        new ConsumerGroup.Position(
                                "orders", 0, Reading.of(1), Reading.of(1), lag)));
    }

    private static Header header(String name, String value) {
        return new Header(name, Bytes.utf8(value));
    }
}
