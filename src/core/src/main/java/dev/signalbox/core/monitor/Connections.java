package dev.signalbox.core.monitor;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.metrics.History;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The open connections.
public interface Connections extends AutoCloseable {
    /// Starts polling; returns at once. Opening a profile that is open already changes nothing.
    void open(Profile profile);

    /// Stops polling and lets go of the connection.
    void close(String profileId);

    /// Takes over what is the console's own in a profile, such as its rules for alerts, without connecting anew.
    ///
    /// @return false where it has to be opened anew: it is not open, or other than its adapter knows it
    boolean amend(Profile profile);

    /// The newest state of every open connection, in the order in which they were opened.
    List<ConnectionState> states();

    Optional<ConnectionState> state(String profileId);

    /// Asks for a poll now instead of at the next tick. Returns at once.
    void pollNow(String profileId);

    /// For details and messages of what is open on the screen.
    ///
    /// @throws ConnectorException when the connection is not open or cannot be made
    Reader reader(String profileId) throws ConnectorException, InterruptedException;

    /// The figures of a connection over time; an empty history for one that is not open.
    History history(String profileId);

    /// Called on the poll thread with every new state. Must not block.
    void onState(Consumer<ConnectionState> listener);

    /// These words without any secret that was put into the profile of a connection since the console was started: for
    /// what is written down whoever said it, such as the report of a bug.
    default String withoutSecrets(String words) {
        return words;
    }

    @Override
    void close();

    /// How dead letters are recognised on a connection: by the known conventions, and by what its profile adds.
    default DeadLetterRules rules(String profileId) {
        return state(profileId)
                .map(state -> DeadLetterRules.of(state.profile()))
                .orElse(DeadLetterRules.USUAL);
    }
}
