package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.core.port.WrongServers;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wrong addresses, over the real adapters: what is wrong, where, and what to do; never an empty answer.
class BadInputTest {
    @TempDir Path folder = Path.of("");
    private final WrongServers servers = new WrongServers();
    private CommandLineFixture console = CommandLineFixture.ofAdapters(Path.of("target"));

    BadInputTest() throws IOException {}

    @BeforeEach
    void open() {
        console = CommandLineFixture.ofAdapters(folder);
    }

    @AfterEach
    void close() throws IOException {
        servers.close();
    }

    @Test
    void aBrokerThatIsNotThereIsTold() throws Exception {
        assertIsTold(kafka(servers.closed()), servers.closed());
    }

    @Test
    void aBrokerThatTakesTheCallAndSaysNothingIsTold() throws Exception {
        assertIsTold(kafka(servers.silent()), servers.silent());
    }

    @Test
    void anAddressThatSpeaksAnotherProtocolIsTold() throws Exception {
        assertIsTold(kafka(servers.web()), "HTTP");
    }

    @Test
    void aNameThatNobodyKnowsIsTold() throws Exception {
        assertIsTold(kafka(servers.unknown()), "no-such-broker.invalid");
    }

    @Test
    void aCoordinatorThatIsDownIsTold() throws Exception {
        Profile down =
                profile(
                        "seata",
                        Map.of(
                                "server",
                                servers.closed(),
                                "console",
                                "http://" + servers.closed()));
        assertIsTold(down, "127.0.0.1");
    }

    @Test
    void noActionIsBegunOnAServerThatIsNotThere() throws Exception {
        console.with(kafka(servers.closed()));

        Result result = console.run("purge", "orders", "--profile", "wrong", "--yes");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CONNECTION);
        assertThat(result.err()).contains(servers.closed());
        assertThat(folder.resolve("data").resolve("audit.jsonl")).doesNotExist();
    }

    private void assertIsTold(Profile profile, String words) throws Exception {
        console.with(profile);

        Result lag = console.run("lag", "--profile", "wrong");
        Result snapshot = console.run("snapshot", "--profile", "wrong");

        for (Result result : List.of(lag, snapshot)) {
            assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.CONNECTION);
            assertThat(result.err()).contains(words).doesNotContain("\tat ");
        }
        assertThat(lag.out()).isEmpty();
        assertThat(snapshot.json().at("/connections/0/problem/summary").asText()).contains(words);
        assertThat(snapshot.json().at("/connections/0").has("groups")).isFalse();
    }

    private static Profile kafka(String address) {
        return profile("kafka", Map.of("bootstrap.servers", address));
    }

    private static Profile profile(String type, Map<String, String> settings) {
        return new Profile("wrong", "Wrong", type, Environment.TEST, Access.READ_WRITE, settings);
    }
}
