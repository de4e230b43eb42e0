package dev.signalbox.demo.supervisor;

import dev.signalbox.demo.supervisor.control.RefusedException;
import dev.signalbox.demo.supervisor.process.PartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Trains the start-up caches on a real demo: one is started, takes orders for a while and is stopped;
/// the JVMs that are trained write their caches when they end.
record CacheTraining(Options options, Events events) {
    private static final Duration TRAFFIC = Duration.ofSeconds(8);
    private static final double ORDERS_PER_SECOND = 10;

    void run() throws IOException, PartFailedException, InterruptedException {
        Caches caches = new Caches(options.home());
        List<String> modules =
                Training.TRAINED.stream()
                        .filter(options.parts()::contains)
                        .map(part -> Backend.java(part, options.broker()).module())
                        .toList();
        for (String module : modules) {
            if (!caches.fits(module)) {
                train();
                for (String trained : modules) {
                    caches.accept(trained);
                }
                return;
            }
        }
    }

    private void train() throws IOException, PartFailedException, InterruptedException {
        Path cache = Files.createDirectories(options.home().resolve("cache"));
        Path root = Files.createTempDirectory(cache, "training");
        DemoFolder folder = DemoFolder.claim(root);
        Demo demo = Demo.in(folder, options, Training.CACHES, events);
        Thread end = new Thread(demo::close, "stop-training");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            demo.start();
            takeOrders(demo);
        } finally {
            events.stopping();
            demo.close();
            events.stopped();
            Runtime.getRuntime().removeShutdownHook(end);
            folder.release();
            DemoFolder.delete(root);
        }
    }

    private void takeOrders(Demo demo) throws InterruptedException {
        try {
            demo.traffic(ORDERS_PER_SECOND);
        } catch (RefusedException none) {
            // Without the order service the broker and the coordinator are trained by their start.
        }
        Thread.sleep(TRAFFIC);
    }
}
