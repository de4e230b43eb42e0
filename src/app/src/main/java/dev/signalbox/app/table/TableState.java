package dev.signalbox.app.table;

import dev.signalbox.core.problem.Problem;

/// Why a table that shows no rows shows none.
public sealed interface TableState {
    /// Not known yet.
    record Loading() implements TableState {}

    /// Known to be empty.
    ///
    /// @param text what that means, and what to do if something was expected
    record Empty(String text) implements TableState {}

    /// Could not be read.
    record Failed(Problem problem) implements TableState {}
}
