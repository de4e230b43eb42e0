package dev.signalbox.bench;

/// A benchmark. It checks that both sides did the same work before it prints a figure.
interface Bench {
    String name();

    void run(Report report) throws Exception;
}
