package dev.signalbox.core.secret;

import dev.signalbox.core.problem.ConnectorException;
import java.util.Optional;

/// One place that keeps secrets by name. Calls block: a keychain may ask its owner first.
public interface SecretPlace {
    /// Empty when there is none of that name.
    ///
    /// @throws ConnectorException when the place cannot be used now; names the place, never a secret
    Optional<String> read(String name) throws ConnectorException;

    /// Keeps it under that name; what was there before is gone.
    void write(String name, String secret) throws ConnectorException;

    /// Forgets it. One that is not there is forgotten already.
    void remove(String name) throws ConnectorException;
}
