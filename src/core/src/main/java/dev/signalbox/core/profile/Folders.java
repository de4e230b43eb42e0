package dev.signalbox.core.profile;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the console keeps what it keeps, by the custom of the platform (XDG, `%APPDATA%`, `~/Library`).
///
/// @param config what the operator writes: profiles, settings
/// @param data what the console writes: audit, backups, ledger, logs, the demo
public record Folders(Path config, Path data) {
    /// Those of this user; `SIGNALBOX_HOME` puts both under one folder.
    public static Folders ofUser() {
        return of(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
    }

    static Folders of(Map<String, String> environment, String system, String userHome) {
        String own = environment.get("SIGNALBOX_HOME");
        if (own != null && !own.isBlank()) {
            return under(Path.of(own));
        }
        Path home = Path.of(userHome);
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            Path roaming =
                    Path.of(
                            environment.getOrDefault(
                                    "APPDATA", home.resolve("AppData/Roaming").toString()));
            Path local =
                    Path.of(
                            environment.getOrDefault(
                                    "LOCALAPPDATA", home.resolve("AppData/Local").toString()));
            return new Folders(roaming.resolve("Signalbox"), local.resolve("Signalbox"));
        }
        if (name.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Signalbox");
            return new Folders(support, support.resolve("data"));
        }
        return new Folders(
                xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                xdg(environment, "XDG_DATA_HOME", home.resolve(".local/share")));
    }

    public static Folders under(Path folder) {
        return new Folders(folder.resolve("config"), folder.resolve("data"));
    }

    /// Relative paths in the variables are to be ignored (XDG Base Directory Specification).
    private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.get(variable);
        Path base = value == null || !value.startsWith("/") ? otherwise : Path.of(value);
        return base.resolve("signalbox");
    }
}
