package dev.signalbox.cli;

import static dev.signalbox.cli.CommandLineFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionCommandsTest {
    @TempDir Path folder = Path.of("");

    private CommandLineFixture console = new CommandLineFixture(folder);

    @BeforeEach
    void connect() throws Exception {
        console = new CommandLineFixture(folder).with(profile("test"));
        console.server.put("orders", "one");
        console.server.put("orders", "two");
        console.server.put("orders", "three");
    }

    @Test
    void aPlanShowsWhatWouldBeDoneAndChangesNothing() {
        Result result = console.run("purge", "orders", "--plan");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.err())
                .contains("Purge 3 messages: orders")
                .contains("on The test (TEST, cluster fake-cluster)")
                .contains("step on orders")
                .contains("Note: mind the gap")
                .contains("A backup is written first");
        assertThat(console.server.values("orders")).hasSize(3);
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void aPartOfADestinationCanBePurged() throws Exception {
        assertThat(console.run("purge", "orders", "--first", "1", "--yes").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).containsExactly("two", "three");

        assertThat(console.run("purge", "orders", "--where", "payload~three", "--yes").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).containsExactly("two");

        assertThat(console.run("purge", "orders", "--where", "payload~nine", "--yes").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.run("purge", "orders", "--first", "1", "--newest", "1").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.values("orders")).containsExactly("two");
    }

    @Test
    void whereNobodyCanAnswerOnlyYesBeforehandCounts() throws Exception {
        Result result = console.run("purge", "orders", "--json");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(result.err())
                .contains("--yes confirms the plan")
                .contains("nothing was changed");
        assertThat(result.json().at("/plan/count").asInt()).isEqualTo(3);
        assertThat(result.json().has("outcome")).isFalse();
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void purgeKeepsABackupAndItsUndoBringsEverythingBack() throws Exception {
        Result purged = console.run("purge", "orders", "--yes");

        assertThat(purged.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).isEmpty();
        Result backups = console.run("backups", "--json");
        assertThat(backups.json().at("/0/messages").asInt()).isEqualTo(3);

        Result restored = console.run(undo(purged, "--yes"));

        assertThat(restored.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).containsExactly("one", "two", "three");
    }

    @Test
    void aBackupIsFoundByTheBeginningOfItsId() throws Exception {
        console.run("purge", "orders", "--yes");
        String id = console.run("backups", "--json").json().at("/0/id").asText();

        assertThat(console.run("restore", id.substring(0, 8), "--yes").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(console.run("restore", "zzz", "--yes").exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void theOperatorIsAskedAndAnyAnswerButYesIsNo() {
        assertThat(console.typing("n\n", "purge", "orders").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.typing("\n", "purge", "orders").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.typing("e\n", "purge", "orders").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.typing("", "purge", "orders").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.values("orders")).hasSize(3);

        Result yes = console.typing("y\n", "purge", "orders");

        assertThat(yes.err()).contains("Purge 3 messages: orders? [y/N]");
        assertThat(yes.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).isEmpty();
    }

    @Test
    void onProductionTheNameHasToBeTypedWhereThereIsNoWayBack() throws Exception {
        console.with(profile("prod", Environment.PRODUCTION, Access.READ_WRITE));
        console.server.makeIrreversible();

        assertThat(console.run("purge", "orders", "--yes").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.run("purge", "orders", "--confirm-name", "other").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.typing("order\n", "purge", "orders").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.done()).isEmpty();

        assertThat(console.typing("orders\n", "purge", "orders").exitCode()).isEqualTo(ExitCode.OK);
        console.server.put("orders", "four");
        assertThat(console.run("purge", "orders", "--confirm-name", "orders").exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aReadOnlyProfileRefusesAndTheAuditSaysSo() throws Exception {
        console.with(profile("prod", Environment.PRODUCTION, Access.READ_ONLY));

        Result result = console.run("purge", "orders", "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.done()).isEmpty();
        assertThat(console.run("audit", "--json").json().at("/0/event").asText())
                .isEqualTo("REFUSED");
    }

    @Test
    void intentAndOutcomeAreInTheAudit() throws Exception {
        console.run("purge", "orders", "--yes");

        Result audit = console.run("audit", "--json");

        assertThat(audit.json().findValuesAsText("event")).containsExactly("OUTCOME", "INTENT");
        assertThat(console.run("audit").out()).contains("OUTCOME").contains("orders");
    }

    @Test
    void partOfTheWorkIsNotSuccess() throws Exception {
        console.server.failAfter(2);

        Result result = console.run("purge", "orders", "--yes", "--json");

        assertThat(result.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(result.err()).contains("Done in part: 2 messages of 3.").contains("try again");
        assertThat(result.json().at("/outcome/status").asText()).isEqualTo("PARTIAL");
        assertThat(console.server.values("orders")).containsExactly("three");
    }

    @Test
    void anInterruptCancelsBetweenTwoMessagesAndTellsWhatHolds() throws Exception {
        CountDownLatch waits = console.server.holdAfterFirst();
        CompletableFuture<Result> command =
                CompletableFuture.supplyAsync(() -> console.run("purge", "orders", "--yes"));
        assertThat(waits.await(20, TimeUnit.SECONDS)).isTrue();

        console.interruption.interrupt();

        Result result = command.get(20, TimeUnit.SECONDS);
        assertThat(result.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(result.err()).contains("Cancelled: 1 message of 3 done; that holds.");
        assertThat(console.server.values("orders")).containsExactly("two", "three");
    }

    @Test
    void aReplayIsNotRepeatedUnlessAskedFor() {
        console.server.keepsDeadLettersOf("orders-dlt", "orders");
        console.server.put("orders-dlt", "dead");

        assertThat(console.run("dead-letters", "replay", "orders-dlt", "--yes").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(console.run("dead-letters", "replay", "orders-dlt", "--yes").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.server.values("orders")).containsOnlyOnce("dead");

        assertThat(
                        console.run("dead-letters", "replay", "orders-dlt", "--yes", "--again")
                                .exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(console.server.values("orders")).endsWith("dead", "dead");
    }

    @Test
    void onlyWhatIsNamedIsReplayedToWhereItIsAskedFor() {
        console.server.keepsDeadLettersOf("orders-dlt", "orders");
        console.server.put("orders-dlt", "first");
        console.server.put("orders-dlt", "second");

        Result result =
                console.run(
                        "dead-letters",
                        "replay",
                        "orders-dlt",
                        "--id",
                        "orders-dlt-0@1",
                        "--to",
                        "other",
                        "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.values("other")).containsExactly("second");
        assertThat(console.server.values("orders")).hasSize(3);
    }

    @Test
    void messagesAreChosenByNumberOrTime() {
        assertThat(console.run("purge", "orders", "--newest", "1", "--plan").err())
                .contains("Purge 1 message: orders");
        assertThat(
                        console.run("purge", "orders", "--since", "2026-11-22T10:00:01Z", "--plan")
                                .err())
                .contains("Purge no messages: orders");
        assertThat(console.run("purge", "orders", "--id", "nonsense").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.run("purge", "orders", "--newest", "1", "--id", "0@1").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void nothingToDoIsDoneWithoutAsking() {
        Result result = console.run("purge", "orders", "--since", "2026-11-22T10:00:01Z");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void publishSendsTextAFileOrATombstone() throws Exception {
        Path file = Files.writeString(folder.resolve("payload"), "from a file");

        console.run("publish", "new", "--value", "text", "--key", "k", "--header", "a=b", "--yes");
        console.run("publish", "new", "--file", file.toString(), "--yes");
        console.run("publish", "new", "--yes");

        assertThat(console.server.values("new")).containsExactly("text", "from a file", "-");
        assertThat(console.server.done().getFirst()).contains("headers=1");
        Path missing = folder.resolve("missing");
        assertThat(console.run("publish", "new", "--file", missing.toString()).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void offsetsGoWhereOneOptionSays() {
        assertThat(reset("--to-earliest")).contains("Earliest");
        assertThat(reset("--to-latest")).contains("Latest");
        assertThat(reset("--to-time", "2026-11-22T10:00:00Z")).contains("AtTime");
        assertThat(reset("--shift-by", "-5")).contains("ShiftBy[messages=-5]");
        assertThat(reset("--exactly", "my-orders-0=1,my-orders-1=2"))
                .contains("my-orders-0=1")
                .contains("my-orders-1=2");
        assertThat(console.run("reset-offsets", "g", "--yes").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(
                        console.run("reset-offsets", "g", "--to-latest", "--to-earliest", "--yes")
                                .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theUndoOfAResetCanBeRunAsItIsPrinted() {
        Result reset = console.run("reset-offsets", "billing", "--to-latest", "--yes");

        assertThat(console.run(undo(reset, "--yes")).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.server.done().getLast()).contains("billing").contains("my-orders-0=7");
    }

    @Test
    void aTransactionIsEndedEitherWay() {
        console.run("tx", "rollback", "1:2:3", "--yes");
        console.run("tx", "commit", "1:2:4", "--yes");

        assertThat(console.server.done())
                .containsExactly("ROLLBACK {target=1:2:3}", "COMMIT {target=1:2:4}");
    }

    @Test
    void whatAServerCannotDoIsRefusedWithItsReason() {
        console.server.refuse(ActionKind.PURGE, "topics are compacted here");

        Result result = console.run("purge", "orders", "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(result.err()).contains("topics are compacted here");
    }

    @Test
    void anActionNeverGuessesBetweenServers() throws Exception {
        console.with(profile("one"), profile("two"));

        Result result = console.run("purge", "orders", "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CONNECTION);
        assertThat(result.err()).contains("one, two");
        assertThat(console.server.done()).isEmpty();
        assertThat(console.run("purge", "orders", "--yes", "--profile", "two").exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void anActionDoesNotTakeTheOneServerThatAnswers() throws Exception {
        Profile other =
                new Profile(
                        "other", "Other", "unknown", Environment.TEST, Access.READ_WRITE, Map.of());
        console.with(profile("one"), other);

        assertThat(console.run("purge", "orders", "--yes").exitCode())
                .isEqualTo(ExitCode.CONNECTION);
        assertThat(console.server.done()).isEmpty();
    }

    private String reset(String... to) {
        String[] arguments = new String[to.length + 3];
        arguments[0] = "reset-offsets";
        arguments[1] = "billing";
        arguments[2] = "--yes";
        System.arraycopy(to, 0, arguments, 3, to.length);
        assertThat(console.run(arguments).exitCode()).isEqualTo(ExitCode.OK);
        return console.server.done().getLast();
    }

    /// The command a result says takes it back.
    private static String[] undo(Result result, String more) {
        Matcher matcher = Pattern.compile("To take it back: signalbox (.*)").matcher(result.err());
        assertThat(matcher.find()).as(result.err()).isTrue();
        return (matcher.group(1) + " " + more).split(" ", -1);
    }
}
