package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.json.StateJson;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.ProfileChoice;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/// Lists what `--profile` may name.
@Command(name = "profiles", resourceBundle = Words.BUNDLE)
public final class ProfilesCommand extends ConsoleCommand {
    public ProfilesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure {
        List<Profile> profiles = new ProfileChoice(surroundings()).toRead(Optional.empty());
        if (output().isJson()) {
            ArrayNode all = Json.array();
            profiles.forEach(profile -> all.add(StateJson.of(profile)));
            output().write(terminal(), all);
            return ExitCode.OK;
        }
        Table table =
                new Table(
                        Table.Column.text(Words.get("column.profile")),
                        Table.Column.text(Words.get("column.name")),
                        Table.Column.text(Words.get("column.type")),
                        Table.Column.text(Words.get("column.environment")),
                        Table.Column.text(Words.get("column.access")));
        profiles.forEach(
                profile ->
                        table.add(
                                profile.id(),
                                profile.name(),
                                profile.type(),
                                profile.environment(),
                                profile.access()));
        table.lines().forEach(terminal().out()::println);
        return ExitCode.OK;
    }
}
