package dev.signalbox.cli;

import dev.signalbox.cli.shell.Interruption;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.profile.Folders;
import java.time.Clock;

/// The command `signalbox`.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Folders folders = Folders.ofUser();
        // Before anything logs: both are read once. A name of its own, since the installed command
        // has the window's file on its class path too.
        System.setProperty("logback.configurationFile", "cli-logback.xml");
        System.setProperty("signalbox.logs", folders.data().resolve("logs").toString());
        Tongue.of(System.getenv(), arguments).speak();
        Interruption interruption = new Interruption();
        interruption.install();
        System.exit(run(folders, interruption, arguments));
    }

    private static int run(Folders folders, Interruption interruption, String... arguments) {
        try {
            Surroundings surroundings =
                    new Surroundings(
                            Terminal.ofProcess(),
                            folders,
                            Clock.systemUTC(),
                            Workbench::open,
                            interruption);
            return CommandTree.of(surroundings).execute(arguments);
        } finally {
            interruption.commandEnded();
        }
    }
}
