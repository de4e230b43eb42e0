package dev.signalbox.demo.supervisor.process;

import java.net.URI;

/// How a part shows that it can be used.
public sealed interface Readiness {
    /// It writes this line to its standard output.
    record Announces(String line) implements Readiness {}

    /// It answers `GET` there with 200.
    record Answers(URI health) implements Readiness {}
}
