package dev.signalbox.app.parts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.table.TableState;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/// Why a table over several connections is empty: nothing may be said to be empty that was never read.
public final class Emptiness {
    private Emptiness() {}

    /// @param empty what it means when all were read and there is nothing
    public static TableState of(List<ConnectionState> states, String empty) {
        List<ConnectionState> unread =
                states.stream().filter(state -> state.snapshot().isEmpty()).toList();
        Optional<Problem> problem =
                unread.stream().map(ConnectionState::problem).flatMap(Optional::stream).findFirst();
        if (problem.isPresent()) {
            return new TableState.Failed(problem.get());
        }
        if (!unread.isEmpty()) {
            return new TableState.Loading();
        }
        boolean partial =
                states.stream()
                        .flatMap(state -> state.snapshot().stream())
                        .anyMatch(known -> !known.gaps().isEmpty());
        return new TableState.Empty(partial ? text("table.empty-partly", empty) : empty);
    }
}
