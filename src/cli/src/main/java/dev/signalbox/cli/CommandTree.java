package dev.signalbox.cli;

import dev.signalbox.cli.act.DiscardCommand;
import dev.signalbox.cli.act.EndTransactionCommand;
import dev.signalbox.cli.act.ExpireCommand;
import dev.signalbox.cli.act.ImportCommand;
import dev.signalbox.cli.act.ImportProfileCommand;
import dev.signalbox.cli.act.KeepCommand;
import dev.signalbox.cli.act.MoveCommand;
import dev.signalbox.cli.act.PublishCommand;
import dev.signalbox.cli.act.PurgeCommand;
import dev.signalbox.cli.act.ReplayCommand;
import dev.signalbox.cli.act.ResetOffsetsCommand;
import dev.signalbox.cli.act.RestoreCommand;
import dev.signalbox.cli.act.ResumeCommand;
import dev.signalbox.cli.demo.DemoCommand;
import dev.signalbox.cli.read.AlertsCommand;
import dev.signalbox.cli.read.AuditCommand;
import dev.signalbox.cli.read.AuditListCommand;
import dev.signalbox.cli.read.AuditVerifyCommand;
import dev.signalbox.cli.read.BackupsCommand;
import dev.signalbox.cli.read.CausesCommand;
import dev.signalbox.cli.read.DeadLettersCommand;
import dev.signalbox.cli.read.ExportCommand;
import dev.signalbox.cli.read.LagCommand;
import dev.signalbox.cli.read.MarkCommand;
import dev.signalbox.cli.read.OperationsCommand;
import dev.signalbox.cli.read.ProfilesCommand;
import dev.signalbox.cli.read.ServerCommand;
import dev.signalbox.cli.read.ShowCommand;
import dev.signalbox.cli.read.SnapshotCommand;
import dev.signalbox.cli.read.TransactionsCommand;
import dev.signalbox.cli.read.WatchCommand;
import dev.signalbox.cli.shell.DurationConverter;
import dev.signalbox.cli.shell.Problems;
import dev.signalbox.cli.shell.Surroundings;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/// All commands, put together.
final class CommandTree {
    private CommandTree() {}

    static CommandLine of(Surroundings surroundings) {
        CommandLine letters =
                new CommandLine(new GroupCommand())
                        .addSubcommand(new DeadLettersCommand(surroundings))
                        .addSubcommand(new ShowCommand(surroundings))
                        .addSubcommand(new CausesCommand(surroundings))
                        .addSubcommand(new MarkCommand(surroundings))
                        .addSubcommand(new ReplayCommand(surroundings))
                        .addSubcommand(new DiscardCommand(surroundings))
                        .addSubcommand(new ExportCommand(surroundings));
        CommandLine audit =
                new CommandLine(new AuditCommand(surroundings))
                        .addSubcommand(new AuditListCommand(surroundings))
                        .addSubcommand(new AuditVerifyCommand(surroundings));
        CommandLine backups =
                new CommandLine(new BackupsCommand(surroundings))
                        .addSubcommand(new ExpireCommand(surroundings))
                        .addSubcommand(new KeepCommand(surroundings));
        CommandLine operations =
                new CommandLine(new GroupCommand())
                        .addSubcommand(new OperationsCommand(surroundings))
                        .addSubcommand(new ResumeCommand(surroundings));
        CommandLine transactions =
                new CommandLine(new GroupCommand())
                        .addSubcommand(new TransactionsCommand(surroundings))
                        .addSubcommand("rollback", EndTransactionCommand.rollback(surroundings))
                        .addSubcommand("commit", EndTransactionCommand.commit(surroundings));
        return new CommandLine(new SignalboxCommand())
                .addSubcommand(DemoCommand.of(surroundings))
                .addSubcommand(
                        new CommandLine(new ProfilesCommand(surroundings))
                                .addSubcommand(new ImportProfileCommand(surroundings)))
                .addSubcommand(new SnapshotCommand(surroundings))
                .addSubcommand(new WatchCommand(surroundings))
                .addSubcommand(new AlertsCommand(surroundings))
                .addSubcommand(new LagCommand(surroundings))
                .addSubcommand(new ServerCommand(surroundings))
                .addSubcommand("dead-letters", letters)
                .addSubcommand("operations", operations)
                .addSubcommand("tx", transactions)
                .addSubcommand(new PurgeCommand(surroundings))
                .addSubcommand(new MoveCommand(surroundings))
                .addSubcommand(new RestoreCommand(surroundings))
                .addSubcommand("backups", backups)
                .addSubcommand(new ImportCommand(surroundings))
                .addSubcommand(new PublishCommand(surroundings))
                .addSubcommand(new ResetOffsetsCommand(surroundings))
                .addSubcommand("audit", audit)
                .registerConverter(Duration.class, new DurationConverter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(surroundings.terminal().out())
                .setErr(surroundings.terminal().err())
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler(
                        (thrown, _, _) -> Problems.handle(surroundings.terminal(), thrown));
    }
}
