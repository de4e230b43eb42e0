package dev.signalbox.cli;

import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.text.Language;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command without a subcommand: shows how it is used.
@Command(
        name = "signalbox",
        resourceBundle = Words.BUNDLE,
        versionProvider = SignalboxCommand.Version.class)
final class SignalboxCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    private boolean version;

    /// Heeded before anything is said, see [Tongue]; here it is described and checked.
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = Tongue.OPTION,
            paramLabel = "LANGUAGE",
            converter = Tongue.Converter.class,
            scope = ScopeType.INHERIT)
    private Language language = Language.SYSTEM;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /// The version of this build.
    static final class Version implements picocli.CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SignalboxCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Signalbox " + (version == null ? "(development)" : version)};
        }
    }
}
