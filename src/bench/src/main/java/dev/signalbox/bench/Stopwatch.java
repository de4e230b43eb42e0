package dev.signalbox.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Times of the runs of one side, in seconds. The first is to warm up, and does not count.
final class Stopwatch {
    private final List<Double> seconds = new ArrayList<>();

    interface Work<T> {
        T run() throws Exception;
    }

    <T> T time(Work<T> work) throws Exception {
        settle();
        long start = System.nanoTime();
        T result = work.run();
        seconds.add((System.nanoTime() - start) / 1e9);
        return result;
    }

    /// Takes in what another clock told of a run.
    void add(Duration duration) {
        seconds.add(duration.toNanos() / 1e9);
    }

    /// Has written to the disk what is still in memory: a server that has to wait for that would pay for what ran before.
    private static void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }

    boolean ran() {
        return !seconds.isEmpty();
    }

    double first() {
        return seconds.getFirst();
    }

    double median() {
        return Report.median(seconds.size() == 1 ? seconds : seconds.subList(1, seconds.size()));
    }

    @Override
    public String toString() {
        return seconds.stream().map("%.2f"::formatted).toList().toString();
    }
}
