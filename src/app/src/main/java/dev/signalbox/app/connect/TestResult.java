package dev.signalbox.app.connect;

import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.problem.Problem;

/// What came of trying a connection.
sealed interface TestResult {
    record Passed(Snapshot read) implements TestResult {}

    /// All steps before this one went well.
    record Failed(TestStep at, Problem problem) implements TestResult {}
}
