package dev.signalbox.demo.part;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// What the supervisor tells a process of the demo: a properties file, readable by its owner only,
/// because it holds passwords that the list of processes must not show.
public record Settings(Map<String, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /// Reads the file that is the only argument of the process.
    ///
    /// @throws IllegalArgumentException if there is not exactly one argument
    public static Settings read(String... args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("Expected one argument, the settings file");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            properties.load(reader);
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach((key, value) -> values.put(key.toString(), value.toString()));
        return new Settings(values);
    }

    /// @throws IllegalArgumentException if the setting is missing
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The setting '" + name + "' is missing");
        }
        return value;
    }

    /// @throws IllegalArgumentException if the setting is missing or no port
    public int port(String name) {
        int port = Integer.parseInt(text(name));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("The setting '" + name + "' is no port: " + port);
        }
        return port;
    }

    /// @throws IllegalArgumentException if the setting is missing
    public Path path(String name) {
        return Path.of(text(name));
    }
}
