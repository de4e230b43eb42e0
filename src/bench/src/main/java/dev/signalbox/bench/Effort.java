package dev.signalbox.bench;

import java.time.Duration;
import java.util.Objects;

/// What the runs of one side took: time, and of the processors what this console and the node took meanwhile.
final class Effort {
    private final RabbitServer server;
    private final Stopwatch clock = new Stopwatch();
    private final Stopwatch console = new Stopwatch();
    private final Stopwatch node = new Stopwatch();

    Effort(RabbitServer server) {
        this.server = server;
    }

    <T> T measure(Stopwatch.Work<T> work) throws Exception {
        Duration consoleBefore = ofConsole();
        Duration nodeBefore = server.processorTime();
        T result = clock.time(work);
        console.add(ofConsole().minus(consoleBefore));
        node.add(server.processorTime().minus(nodeBefore));
        return result;
    }

    private static Duration ofConsole() {
        return Objects.requireNonNull(
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    double seconds() {
        return clock.median();
    }

    /// Prints rate and processor time for each message.
    void print(Report report, String name, int messages) throws Exception {
        report.figure(name, messages / clock.median(), "messages/s");
        report.figure(name + "-console-busy", console.median() * 1e6 / messages, "us/message");
        report.figure(name + "-node-busy", node.median() * 1e6 / messages, "us/message");
    }

    @Override
    public String toString() {
        return clock + " s, console busy " + console + ", node " + node;
    }
}
