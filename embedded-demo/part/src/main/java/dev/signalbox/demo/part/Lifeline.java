package dev.signalbox.demo.part;

import java.io.IOException;
import java.time.Duration;

/// The standard input of a process of the demo: when it ends, the process ends. Whoever started the
/// process then needs no chance to clean up, not even when it is killed.
public final class Lifeline {
    private Lifeline() {}

    /// Watches standard input from now on. When it ends, the process exits with code 0 and runs its
    /// shutdown hooks; what they have not finished within `grace` is cut off.
    public static void hold(Duration grace) {
        Thread.ofPlatform().daemon().name("lifeline").start(() -> waitAndExit(grace));
    }

    private static void waitAndExit(Duration grace) {
        awaitEnd();
        Thread.ofPlatform().daemon().name("lifeline-grace").start(() -> cutOff(grace));
        System.exit(0);
    }

    private static void awaitEnd() {
        byte[] ignored = new byte[256];
        try {
            while (System.in.read(ignored) >= 0) {
                // Nothing is said on a life line; that it is still there is the message.
            }
        } catch (IOException broken) {
            // A line that cannot be read any more has ended.
        }
    }

    private static void cutOff(Duration grace) {
        try {
            Thread.sleep(grace);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
