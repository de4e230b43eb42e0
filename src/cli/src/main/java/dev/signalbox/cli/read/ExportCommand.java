package dev.signalbox.cli.read;

import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.SearchProgress;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Where;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.export.MessageExport;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes letters into a file.
@Command(name = "export", resourceBundle = Words.BUNDLE)
public final class ExportCommand extends ConnectedCommand {
    @Parameters(paramLabel = "DESTINATION", descriptionKey = "parameter.deadLetters")
    private String destination = "";

    @Option(names = "--to", paramLabel = "FILE", required = true)
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "jsonl")
    private ExportFormat format = ExportFormat.JSONL;

    @Mixin private final Where where = new Where();

    public ExportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            String profile = session.holding(destination).id();
            MessageExport.Source source =
                    new MessageExport.Source(
                            profile, session.clusterOf(profile).orElse(""), destination);
            Connections connections = session.workbench().connections();
            DeadLetterRules rules = connections.rules(profile);
            LetterSearch search =
                    new LetterSearch(
                            connections.reader(profile), rules, destination, where.filter());
            SearchProgress progress = new SearchProgress(terminal());
            try (MessageExport export =
                    MessageExport.open(
                            file, format, source, rules, surroundings().clock().instant())) {
                search.forEach(
                        new MessageSelection.All(),
                        letter -> export.write(letter.message()),
                        progress::read);
                progress.end();
                export.finish();
                tell(export.messages());
            }
        }
        return ExitCode.OK;
    }

    private void tell(long letters) {
        if (output().isJson()) {
            output().write(
                            terminal(),
                            Json.object().put("letters", letters).put("file", file.toString()));
        } else {
            terminal().out().println(Words.get("export.done", letters, file));
        }
    }
}
