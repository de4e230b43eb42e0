package dev.signalbox.demo.part;

import java.time.Duration;

/// The main method of every process of the demo: settings, life line, and an end that is noticed.
public final class PartMain {
    private PartMain() {}

    /// What the process does once it has its settings. It may return while other threads go on.
    @FunctionalInterface
    public interface Body {
        void run(Settings settings) throws Exception;
    }

    /// Runs the body in a process that ends with its life line (see [Lifeline#hold]). When the body
    /// fails the process ends with code 1, whatever threads it has started by then.
    public static void run(String[] args, Duration grace, Body body) {
        Lifeline.hold(grace);
        try {
            body.run(Settings.read(args));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
