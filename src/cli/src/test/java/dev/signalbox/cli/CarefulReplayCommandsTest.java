package dev.signalbox.cli;

import static dev.signalbox.cli.CommandLineFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How carefully a replay goes, what becomes of its letters, and what it leaves.
class CarefulReplayCommandsTest {
    @TempDir Path folder = Path.of("");

    private CommandLineFixture console = new CommandLineFixture(folder);

    @BeforeEach
    void connect() throws Exception {
        console = new CommandLineFixture(folder).with(profile("test"));
        console.server.keepsDeadLettersOf("orders-dlt", "orders");
        for (int i = 0; i < 4; i++) {
            console.server.put("orders-dlt", "{\"order\":" + i + "}");
        }
    }

    @Test
    void aReplayKeepsToTheRateItIsGiven() throws Exception {
        Result replayed =
                console.run("dead-letters", "replay", "orders-dlt", "--rate", "5000", "--yes");

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(console.run("audit", "--json").json().toString()).contains("\"5000\"");
    }

    @Test
    void whatBecameOfTheLettersIsToldOrThatNobodyKnows() throws Exception {
        Result replayed =
                console.run(
                        "dead-letters",
                        "replay",
                        "orders-dlt",
                        "--follow",
                        "1ms",
                        "--yes",
                        "--json");

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        JsonNode aftermath = replayed.json().at("/outcome/aftermath");
        assertThat(aftermath.at("/sent").asLong()).isPositive();
        assertThat(aftermath.at("/consumed").isNull()).isTrue();
        assertThat(aftermath.at("/consumedUnknown").asText()).isNotBlank();
        assertThat(replayed.err()).contains("Read by consumers: not known");
    }

    @Test
    void whatAReplayLeftIsListedAndResumed() throws Exception {
        console.server.failAfter(1);
        assertThat(console.run("dead-letters", "replay", "orders-dlt", "--yes").exitCode())
                .isEqualTo(ExitCode.INCOMPLETE);
        console.server.failAfter(Integer.MAX_VALUE);

        JsonNode left = console.run("operations", "list", "--json").json();
        String id = left.at("/0/id").asText();
        assertThat(left).hasSize(1);
        assertThat(left.at("/0/left").asLong()).isPositive();
        assertThat(console.run("operations", "list").out()).contains(id).contains("orders-dlt");
        assertThat(console.run("operations", "resume", "nonsense", "--yes").exitCode())
                .isEqualTo(ExitCode.REFUSED);

        Result resumed = console.run("operations", "resume", id.substring(0, 8), "--yes", "--json");

        assertThat(resumed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(resumed.json().at("/outcome/done").asLong())
                .isEqualTo(left.at("/0/left").asLong());
        assertThat(console.run("operations", "list", "--json").json()).isEmpty();
    }

    @Test
    void aReplayFromAQueueCannotStopByItselfAndSaysSoBeforeThePlan() {
        console.server.makeQueue("orders-dlt");

        Result refused =
                console.run("dead-letters", "replay", "orders-dlt", "--stop-at", "5", "--plan");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("cannot stop by itself").contains("--canary");
        assertThat(console.server.done()).isEmpty();
    }

    @Test
    void aPlanSaysAboutHowLongItTakesAndWhatThatIsGuessedBy() throws Exception {
        Result planned =
                console.run(
                        "dead-letters", "replay", "orders-dlt", "--rate", "2", "--plan", "--json");

        assertThat(planned.json().at("/plan/estimate/basis").asText()).isEqualTo("PACE");
        assertThat(planned.json().at("/plan/estimate/seconds").asDouble()).isEqualTo(2.0);
        assertThat(planned.err()).contains("Takes at least 2 s at this pace.");
    }

    @Test
    void whatWasReplayedAtTheStartIsDiscardedAndNoMore() throws Exception {
        assertThat(
                        console.run("dead-letters", "discard", "orders-dlt", "--replayed", "--yes")
                                .exitCode())
                .isEqualTo(ExitCode.REFUSED);
        console.server.failAfter(2);
        console.run("dead-letters", "replay", "orders-dlt", "--yes");
        console.server.failAfter(Integer.MAX_VALUE);

        Result discarded =
                console.run(
                        "dead-letters", "discard", "orders-dlt", "--replayed", "--yes", "--json");

        assertThat(discarded.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(discarded.json().at("/outcome/done").asLong()).isEqualTo(2);
        assertThat(console.server.values("orders-dlt"))
                .containsExactly("{\"order\":2}", "{\"order\":3}");
        assertThat(
                        console.run(
                                        "dead-letters",
                                        "discard",
                                        "orders-dlt",
                                        "--replayed",
                                        "--newest",
                                        "1")
                                .exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aRateOfNothingIsAMisunderstanding() {
        Result refused =
                console.run("dead-letters", "replay", "orders-dlt", "--rate", "0", "--yes");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.server.done()).isEmpty();
    }
}
