package dev.signalbox.core.profile;

import dev.signalbox.core.problem.ConnectorException;
import java.util.List;

/// Understands the files in which another tool keeps its connections.
public interface ForeignProfiles {
    /// The connections in such a file, without their secrets; none where it is no file of that tool.
    ///
    /// @param name of the file, without its folder
    /// @throws ConnectorException `INVALID` when it is one, and broken
    List<Profile> profilesIn(String name, String content) throws ConnectorException;
}
