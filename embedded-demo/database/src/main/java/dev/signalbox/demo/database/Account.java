package dev.signalbox.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// Whom PostgreSQL runs as. It refuses to run as root, so for root this is either root under another
/// name (a user namespace of its own) or, where a container forbids those, the user nobody.
///
/// @param prefix what a command line must begin with
/// @param owner the numeric id of the user that must own the files, if it is not the one we are
record Account(List<String> prefix, OptionalInt owner) {
    private static final int NOBODY = 65_534;

    static final Account OURSELVES = new Account(List.of(), OptionalInt.empty());
    static final Account NAMESPACE = new Account(List.of("unshare", "--user"), OptionalInt.empty());
    static final Account NOBODY_USER =
            new Account(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                    OptionalInt.of(NOBODY));

    Account {
        prefix = List.copyOf(prefix);
    }

    /// Finds one that can use the folder, which must be ours.
    ///
    /// @throws IOException if we are root and nothing else can be had
    static Account forServer(Path folder) throws IOException, InterruptedException {
        return weAreRoot() ? firstThatCanUse(folder, List.of(NAMESPACE, NOBODY_USER)) : OURSELVES;
    }

    static Account firstThatCanUse(Path folder, List<Account> accounts)
            throws IOException, InterruptedException {
        for (Account account : accounts) {
            account.own(folder);
            if (account.canUse(folder)) {
                return account;
            }
        }
        throw new IOException(
                "PostgreSQL does not run as root. Neither a user namespace (unshare) nor the user"
                        + " nobody (setpriv) can use "
                        + folder
                        + "; run the demo as an ordinary user or give it a folder that everybody"
                        + " can reach");
    }

    /// The command as this account.
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /// Makes the file or folder this account's.
    void own(Path file) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(file, "unix:uid", owner.getAsInt());
            Files.setAttribute(file, "unix:gid", owner.getAsInt());
        }
    }

    private boolean canUse(Path folder) throws InterruptedException {
        try {
            Process probe =
                    new ProcessBuilder(command(List.of("test", "-w", folder.toString())))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static boolean weAreRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }
}
