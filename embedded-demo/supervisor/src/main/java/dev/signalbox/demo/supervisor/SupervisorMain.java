package dev.signalbox.demo.supervisor;

import dev.signalbox.demo.part.Lifeline;
import dev.signalbox.demo.supervisor.process.PartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/// Runs a demo until its life line ends, it is asked to stop, or it gets a signal to. The README has the
/// command line, the events and the control requests.
///
/// Exit code 0: stopped as it was asked; 1: a part could not be started; 2: wrong usage.
public final class SupervisorMain {
    /// Longer than all parts together need when each has to be ended by force.
    private static final Duration GRACE = Duration.ofSeconds(50);

    private SupervisorMain() {}

    public static void main(String[] args) {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        Events events = new Events(System.out);
        try {
            if (options.prepareCaches()) {
                new CacheTraining(options, events).run();
            } else {
                run(options, events);
            }
        } catch (InterruptedException stopping) {
            // Somebody has asked for the end meanwhile; the shutdown hook sees to it.
        } catch (PartFailedException told) {
            System.exit(1);
        } catch (IOException e) {
            events.failed(String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }

    private static void run(Options options, Events events)
            throws IOException, PartFailedException, InterruptedException {
        long began = System.nanoTime();
        Lifeline.hold(GRACE);
        Path root = Objects.requireNonNull(options.folder());
        DemoFolder folder = DemoFolder.claim(root);
        Demo demo = Demo.in(folder, options, Training.NONE, events);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(demo, folder, events), "stop-demo"));
        demo.start();
        String control = demo.open(() -> System.exit(0));
        events.up(control, Duration.ofNanos(System.nanoTime() - began));
        demo.firstIncidents();
        demo.steer();
    }

    /// However the process was asked to end, it ends through here.
    private static void stop(Demo demo, DemoFolder folder, Events events) {
        events.stopping();
        try {
            Files.deleteIfExists(folder.demoFile());
            demo.close();
            folder.release();
        } catch (IOException e) {
            System.err.println("Not everything could be removed: " + e);
        }
        events.stopped();
    }
}
