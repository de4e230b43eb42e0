package dev.signalbox.bench;

/// A benchmark. It checks that all sides did the same work before it prints a figure.
interface Bench {
    String name();

    void run(Report report, Options options) throws Exception;
}
