package dev.signalbox.cli;

import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Words;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A command that only holds others, such as `tx`.
@Command(resourceBundle = Words.BUNDLE)
final class GroupCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
