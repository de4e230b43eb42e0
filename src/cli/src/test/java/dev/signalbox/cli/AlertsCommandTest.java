package dev.signalbox.cli;

import static dev.signalbox.cli.CommandLineFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.TransactionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsCommandTest {
    @TempDir private Path folder;

    @Test
    void anAlertIsToldAndTheExitCodeSaysSo() throws Exception {
        CommandLineFixture console = new CommandLineFixture(folder).with(profile("test"));
        hang(console);

        Result text = console.run("alerts", "--first");
        Result json = console.run("alerts", "--first", "--json");

        assertThat(text.exitCode()).isEqualTo(ExitCode.ALERTED);
        assertThat(text.out()).contains("The test: transactions open for long: 10.0.0.1:8091:42");
        JsonNode line = new ObjectMapper().readTree(json.out().lines().findFirst().orElse(""));
        assertThat(line.at("/kind").asText()).isEqualTo("TRANSACTION_AGE");
        assertThat(line.at("/subjects/0").asText()).isEqualTo("10.0.0.1:8091:42");
        assertThat(line.at("/ended").isNull()).isTrue();
    }

    @Test
    void withNothingToTellItEndsWell() throws Exception {
        CommandLineFixture console =
                new CommandLineFixture(folder)
                        .with(profile("test").with(Map.of("alerts.transaction-age", "off")));
        hang(console);

        Result result = console.run("alerts", "--duration", "1s");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aRuleThatIsNotUnderstoodIsNamed() throws Exception {
        CommandLineFixture console =
                new CommandLineFixture(folder)
                        .with(profile("test").with(Map.of("alerts.lag", "sometimes")));

        Result result = console.run("alerts", "--first");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(result.err()).contains("alerts.lag");
    }

    private static void hang(CommandLineFixture console) {
        console.server.add(
                new GlobalTransaction(
                        "10.0.0.1:8091:42",
                        "create-order",
                        "order",
                        "default_tx_group",
                        TransactionStatus.BEGIN,
                        Optional.of(Instant.now().minusSeconds(9_000)),
                        Duration.ofMinutes(15),
                        List.of(),
                        Optional.empty()));
    }
}
