package dev.signalbox.demo.supervisor;

import java.lang.ProcessBuilder.Redirect;

/// What the supervisor sees of the console: a parent that holds its life line, until it is killed.
public final class FakeConsole {
    private FakeConsole() {}

    /// @param args the supervisor's command line
    public static void main(String[] args) throws Exception {
        Process supervisor =
                new ProcessBuilder(args)
                        .redirectInput(Redirect.PIPE)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.INHERIT)
                        .start();
        System.exit(supervisor.waitFor());
    }
}
