package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sends one message.
@Command(name = "publish", resourceBundle = Words.BUNDLE)
public final class PublishCommand extends ActionCommand {
    @Parameters(paramLabel = "DESTINATION", descriptionKey = "parameter.destination")
    private String destination = "";

    @Option(names = "--key", paramLabel = "TEXT")
    private @Nullable String key;

    @ArgGroup(exclusive = true)
    private @Nullable Payload payload;

    @Option(names = "--header", paramLabel = "NAME=VALUE")
    private Map<String, String> headers = new LinkedHashMap<>();

    @Option(names = "--property", paramLabel = "NAME=VALUE")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--partition", paramLabel = "NUMBER")
    private @Nullable Integer partition;

    static final class Payload {
        @Option(names = "--value", paramLabel = "TEXT")
        private @Nullable String value;

        @Option(names = "--file", paramLabel = "FILE")
        private @Nullable Path file;
    }

    public PublishCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.PUBLISH);
    }

    @Override
    Action action(Session session) throws Failure {
        return new Action.PublishMessage(
                destination,
                partition == null ? OptionalInt.empty() : OptionalInt.of(partition),
                key == null ? null : Bytes.utf8(key),
                value(),
                listed(headers),
                listed(properties));
    }

    private static List<Header> listed(Map<String, String> named) {
        return named.entrySet().stream()
                .map(each -> new Header(each.getKey(), Bytes.utf8(each.getValue())))
                .toList();
    }

    /// Without a value it is a tombstone.
    private @Nullable Bytes value() throws Failure {
        if (payload == null) {
            return null;
        }
        if (payload.file == null) {
            return payload.value == null ? null : Bytes.utf8(payload.value);
        }
        try {
            return Bytes.of(Files.readAllBytes(payload.file));
        } catch (IOException e) {
            throw new Failure(
                    new Problem(
                            ProblemKind.INVALID,
                            Words.get("wrong.file", payload.file),
                            "",
                            e.toString()),
                    ExitCode.USAGE);
        }
    }
}
