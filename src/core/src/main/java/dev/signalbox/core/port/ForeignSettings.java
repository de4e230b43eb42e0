package dev.signalbox.core.port;

import java.util.List;
import java.util.Map;

/// What a file of another tool says of a connection.
///
/// @param settings of a profile; secrets among them are in plain words, and to be kept elsewhere before it is saved
/// @param leftOut names in the file that mean nothing here, or have no counterpart
public record ForeignSettings(Map<String, String> settings, List<String> leftOut) {
    public ForeignSettings {
        settings = Map.copyOf(settings);
        leftOut = List.copyOf(leftOut);
    }

    /// Names only: values may be secrets.
    @Override
    public String toString() {
        return "ForeignSettings[" + settings.keySet() + ", left out " + leftOut + "]";
    }
}
