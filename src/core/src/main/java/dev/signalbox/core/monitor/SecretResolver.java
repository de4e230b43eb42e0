package dev.signalbox.core.monitor;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;

/// Puts secrets in the place of the references to them, right before a connection is made.
@FunctionalInterface
public interface SecretResolver {

    /// The profile with every reference to a secret resolved.
    ///
    /// @throws ConnectorException `INVALID` when a secret is not where the profile says
    Profile resolve(Profile profile) throws ConnectorException;
}
