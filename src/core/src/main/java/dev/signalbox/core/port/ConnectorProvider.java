package dev.signalbox.core.port;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.ForeignProfiles;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Optional;

/// An adapter, found by `ServiceLoader`.
public interface ConnectorProvider extends ForeignProfiles {
    /// The `type` of the profiles it serves, such as `kafka`. Never changes.
    String type();

    /// Its name for people, such as `Apache Kafka`.
    String displayName();

    /// What a profile of this type has to say, in the order of a form.
    List<Setting> settings();

    /// Reads a file of another tool for the same kind of server, such as Kafka's `client.properties`.
    ///
    /// @param fileName without its folder
    /// @return empty where it is none of those, or names no server
    default Optional<ForeignSettings> read(String fileName, String content) {
        return Optional.empty();
    }

    @Override
    default List<Profile> profilesIn(String name, String content) throws ConnectorException {
        return List.of();
    }

    /// Opens a connector. Checks the settings; a server that does not answer may be told here or by the first
    /// poll.
    ///
    /// @param profile with references to secrets already resolved
    Connector connect(Profile profile) throws ConnectorException, InterruptedException;
}
