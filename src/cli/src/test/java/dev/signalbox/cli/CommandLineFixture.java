package dev.signalbox.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.cli.fake.FakeServer;
import dev.signalbox.cli.shell.Interruption;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The whole command line, without a process of its own.
public final class CommandLineFixture {
    final FakeServer server = new FakeServer();
    final Folders folders;
    Interruption interruption = new Interruption();

    private final Surroundings.Opener opener;

    /// Over the server in memory.
    CommandLineFixture(Path folder) {
        folders = Folders.under(folder);
        opener = (where, clock) -> Workbench.open(where, List.of(server), clock);
    }

    /// Over the real adapters.
    public static CommandLineFixture ofAdapters(Path folder) {
        return new CommandLineFixture(Folders.under(folder), Workbench::open);
    }

    private CommandLineFixture(Folders folders, Surroundings.Opener opener) {
        this.folders = folders;
        this.opener = opener;
    }

    /// What a command left behind.
    public record Result(int exitCode, String out, String err) {
        public JsonNode json() throws JsonProcessingException {
            return new ObjectMapper().readTree(out);
        }
    }

    static Profile profile(String id, Environment environment, Access access) {
        return new Profile(id, "The " + id, FakeServer.TYPE, environment, access, Map.of());
    }

    static Profile profile(String id) {
        return profile(id, Environment.TEST, Access.READ_WRITE);
    }

    CommandLineFixture with(Profile... profiles) throws ConnectorException {
        new ProfileStore(folders.config().resolve("profiles.json")).save(List.of(profiles));
        return this;
    }

    /// Runs a command where nobody sits.
    public Result run(String... arguments) {
        return run("", false, arguments);
    }

    /// Runs a command for somebody who types these answers.
    Result typing(String answers, String... arguments) {
        return run(answers, true, arguments);
    }

    private Result run(String input, boolean interactive, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                Terminal.of(
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        interactive);
        Surroundings surroundings =
                new Surroundings(terminal, folders, Clock.systemUTC(), opener, interruption);
        int exitCode = CommandTree.of(surroundings).execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return new Result(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
