package dev.signalbox.cli;

import static dev.signalbox.cli.CommandLineFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterCommandsTest {
    @TempDir Path folder = Path.of("");

    private CommandLineFixture console = new CommandLineFixture(folder);

    @BeforeEach
    void connect() throws Exception {
        console = new CommandLineFixture(folder).with(profile("test"));
        console.server.put("orders", "alive");
        console.server.keepsDeadLettersOf("orders-dlt", "orders");
        for (int i = 0; i < 4; i++) {
            letter("{\"order\":" + i + "}", "com.acme.NoRate", "no rate for order " + i);
        }
        letter("{\"order\":9}", "com.acme.NoStock", "no stock");
    }

    @Test
    void aListHoldsOnlyWhatIsMeant() throws Exception {
        assertThat(list("--where", "cause=NoStock")).hasSize(1);
        assertThat(list("--where", "payload/order>=2", "--where", "cause=NoRate")).hasSize(2);
        JsonNode newest = list("--where", "cause=NoRate", "--newest", "1");
        assertThat(newest).hasSize(1);
        assertThat(newest.at("/0/position").asInt()).isEqualTo(3);
    }

    @Test
    void aConditionThatIsNoneIsToldAndNothingIsDone() {
        Result result =
                console.run("dead-letters", "replay", "orders-dlt", "--where", "wat", "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(result.err()).contains("wat").contains("cause=NoRate");
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void causesAreGroupedAndNotesOnThemStay() throws Exception {
        JsonNode groups = console.run("dead-letters", "groups", "orders-dlt", "--json").json();
        assertThat(groups.get("letters").asInt()).isEqualTo(5);
        assertThat(groups.at("/groups/0/count").asInt()).isEqualTo(4);
        assertThat(groups.at("/groups/0/message").asText()).isEqualTo("no rate for order <n>");
        String id = groups.at("/groups/0/id").asText();

        assertThat(
                        console.run(
                                        "dead-letters",
                                        "mark",
                                        "orders-dlt",
                                        id,
                                        "fixed",
                                        "--note",
                                        "rates are back")
                                .exitCode())
                .isEqualTo(ExitCode.OK);

        Result text = console.run("dead-letters", "groups", "orders-dlt");
        assertThat(text.out())
                .containsPattern(id + " +4 +80.0 % ")
                .contains("fixed: rates are back");
        assertThat(list("--where", "group=" + id)).hasSize(4);
        assertThat(console.run("dead-letters", "mark", "orders-dlt", "x", "new").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void oneLetterIsShownWithEverythingThatIsKnown() throws Exception {
        Result text = console.run("dead-letters", "show", "orders-dlt", "0@4");
        JsonNode json = console.run("dead-letters", "show", "orders-dlt", "0@4", "--json").json();

        assertThat(text.out())
                .contains("Spring Kafka", "FROM: orders", "com.acme.NoStock", "no stock")
                .contains("\"order\" : 9");
        assertThat(json.get("content").asText()).isEqualTo("WHOLE");
        assertThat(json.get("causeId").asText()).hasSize(12);
        assertThat(console.run("dead-letters", "show", "orders-dlt", "0@99").exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void ofALongLetterTheBeginningIsShownUnlessAllOfItIsAskedFor() {
        letter("x".repeat(50_000) + " the end", "com.acme.TooLong", "too long");

        Result beginning = console.run("dead-letters", "show", "orders-dlt", "0@5");
        Result whole = console.run("dead-letters", "show", "orders-dlt", "0@5", "--whole");

        assertThat(beginning.out()).doesNotContain("the end").contains("--whole shows them");
        assertThat(whole.out()).contains("x".repeat(50_000) + " the end");
    }

    @Test
    void onlyTheLettersThatAreMeantAreReplayed() {
        Result result =
                console.run(
                        "dead-letters",
                        "replay",
                        "orders-dlt",
                        "--where",
                        "cause=NoStock",
                        "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).containsExactly("alive", "{\"order\":9}");
    }

    @Test
    void copiesAreSentAsTheRulesSay() {
        Result result =
                console.run(
                        "dead-letters",
                        "replay",
                        "orders-dlt",
                        "--where",
                        "cause=NoStock",
                        "--set",
                        "$.order=10",
                        "--set",
                        "$.currency=EUR",
                        "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.err() + result.out()).contains("/order, /currency");
        assertThat(console.server.values("orders"))
                .containsExactly("alive", "{\"order\":10,\"currency\":\"EUR\"}");
        assertThat(console.run("dead-letters", "replay", "orders-dlt", "--set", "x", "--yes"))
                .satisfies(
                        refused -> {
                            assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
                            assertThat(refused.err()).contains("$.order.currency=EUR");
                        });
    }

    @Test
    void whereNoLetterIsMeantNothingIsDone() {
        Result result =
                console.run("dead-letters", "discard", "orders-dlt", "--where", "key=no", "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.values("orders-dlt")).hasSize(5);
    }

    @Test
    void whatIsDiscardedIsInABackup() throws Exception {
        Result result =
                console.run(
                        "dead-letters",
                        "discard",
                        "orders-dlt",
                        "--where",
                        "cause=NoRate",
                        "--yes",
                        "--json");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.json().at("/outcome/undo/action").asText()).isEqualTo("RESTORE");
        assertThat(console.server.values("orders-dlt")).containsExactly("{\"order\":9}");
        assertThat(console.run("backups", "--json").json().at("/0/messages").asInt()).isEqualTo(4);
    }

    @Test
    void aPlanThatIsKeptIsCarriedOutLaterAsItWas() {
        Path file = folder.resolve("plan.json");
        Result kept =
                console.run(
                        "dead-letters",
                        "replay",
                        "orders-dlt",
                        "--where",
                        "cause=NoRate",
                        "--plan",
                        "--plan-file",
                        file.toString());
        assertThat(kept.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.done()).isEmpty();
        letter("{\"order\":5}", "com.acme.NoRate", "no rate for order 5");

        Result run = console.run("dead-letters", "replay", "--plan-file", file.toString(), "--yes");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).hasSize(5);
        // A second time there is nothing left of it.
        assertThat(
                        console.run(
                                        "dead-letters",
                                        "replay",
                                        "--plan-file",
                                        file.toString(),
                                        "--yes")
                                .exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.values("orders")).hasSize(5);
    }

    @Test
    void aKeptPlanForAnotherServerOrOfAnotherKindIsRefused() throws Exception {
        Path file = folder.resolve("plan.json");
        console.run(
                "dead-letters", "replay", "orders-dlt", "--plan", "--plan-file", file.toString());

        assertThat(
                        console.run(
                                        "dead-letters",
                                        "discard",
                                        "--plan-file",
                                        file.toString(),
                                        "--yes")
                                .exitCode())
                .isEqualTo(ExitCode.REFUSED);
        Files.writeString(file, Files.readString(file).replace("fake-cluster", "other-cluster"));
        assertThat(
                        console.run(
                                        "dead-letters",
                                        "replay",
                                        "--plan-file",
                                        file.toString(),
                                        "--yes")
                                .exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.run("dead-letters", "replay", "--yes").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void aKeptPlanIsNotNarrowedOrChangedByOptions() throws Exception {
        Path file = folder.resolve("plan.json");
        console.run(
                "dead-letters", "replay", "orders-dlt", "--plan", "--plan-file", file.toString());

        for (List<String> more :
                List.of(
                        List.of("--where", "cause=NoRate"),
                        List.of("--newest", "1"),
                        List.of("--to", "elsewhere"),
                        List.of("--again"),
                        List.of("--set", "$.order=1"))) {
            List<String> command =
                    new ArrayList<>(List.of("dead-letters", "replay", "--plan-file"));
            command.add(file.toString());
            command.addAll(more);
            command.add("--yes");

            var result = console.run(command.toArray(String[]::new));

            assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(result.err()).contains(more.getFirst());
        }
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void lettersAreExportedAndTheFileIsNeverOverwritten() throws Exception {
        Path file = folder.resolve("letters.jsonl");
        String[] export = {
            "dead-letters",
            "export",
            "orders-dlt",
            "--to",
            file.toString(),
            "--where",
            "cause=NoRate"
        };

        assertThat(console.run(export).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(console.run(export).exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(
                        console.run(
                                        "dead-letters",
                                        "export",
                                        "orders-dlt",
                                        "--format",
                                        "csv",
                                        "--to",
                                        folder.resolve("letters.csv").toString())
                                .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void anExportedBackupIsRestoredFromItsFile() {
        Path file = folder.resolve("letters.sbk");
        console.run(
                "dead-letters",
                "export",
                "orders-dlt",
                "--where",
                "cause=NoStock",
                "--format",
                "backup",
                "--to",
                file.toString());

        Result restored = console.run("restore", file.toString(), "--yes");

        assertThat(restored.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders-dlt")).hasSize(6).endsWith("{\"order\":9}");
    }

    @Test
    void theMessagesOfAFileAreSentWhereTheyAreToGo() throws Exception {
        Path file = folder.resolve("letters.csv");
        console.run(
                "dead-letters", "export", "orders-dlt", "--format", "csv", "--to", file.toString());
        String[] bring = {"import", file.toString(), "--to", "orders", "--yes", "--json"};

        assertThat(console.run("import", file.toString(), "--to", "orders", "--plan").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).hasSize(1);
        Result sent = console.run(bring);

        assertThat(sent.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).hasSize(6);
        assertThat(console.folders.data().resolve("imports")).isEmptyDirectory();
        JsonNode audit = console.run("audit", "list", "--json").json();
        assertThat(audit.at("/0/parameters/from").asText()).isEqualTo("letters.csv");
        assertThat(console.run(bring).json().at("/plan/hazards").toString())
                .contains("restored-before");
    }

    @Test
    void aFileWithABadLineIsRefusedAsAWhole() throws Exception {
        Path file = folder.resolve("bad.jsonl");
        Files.writeString(file, "{\"value\":\"good\"}\n{\"vlaue\":\"bad\"}\n");

        Result refused = console.run("import", file.toString(), "--to", "orders", "--yes");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("Line 2").contains("vlaue");
        assertThat(console.server.values("orders")).hasSize(1);
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void theAuditIsVerifiedAndAChangeInItIsFound() throws Exception {
        for (int i = 0; i < 2; i++) {
            console.run("dead-letters", "replay", "orders-dlt", "--id", "0@" + i, "--yes");
        }
        Result intact = console.run("audit", "verify");
        assertThat(intact.exitCode()).isEqualTo(ExitCode.OK);
        JsonNode check = console.run("audit", "verify", "--json").json();
        assertThat(check.get("lines").asInt()).isEqualTo(4);
        String head = check.get("head").asText();
        assertThat(console.run("audit", "verify", "--head", head).exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(console.run("audit", "verify", "--head", "0a").exitCode())
                .isEqualTo(ExitCode.NOT_MET);
        assertThat(console.run("audit", "list", "--json").json()).hasSize(4);
        assertThat(console.run("audit", "--json").json()).hasSize(4);

        Path file = console.folders.data().resolve("audit.jsonl");
        Files.writeString(file, Files.readString(file).replaceFirst("SUCCEEDED", "CANCELLED"));
        Result broken = console.run("audit", "verify");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.NOT_MET);
        assertThat(broken.out()).contains("line 3");
    }

    private JsonNode list(String... options) throws Exception {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(
                new String[] {"dead-letters", "list", "orders-dlt", "--json"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return console.run(arguments).json();
    }

    private void letter(String value, String exception, String message) {
        console.server.put(
                "orders-dlt",
                value,
                header("kafka_dlt-original-topic", "orders"),
                header("kafka_dlt-exception-fqcn", exception),
                header("kafka_dlt-exception-message", message));
    }

    private static Header header(String name, String value) {
        return new Header(name, Bytes.utf8(value));
    }
}
