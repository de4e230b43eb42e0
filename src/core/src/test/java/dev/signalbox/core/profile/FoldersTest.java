package dev.signalbox.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    @Test
    void linuxFollowsXdg() {
        assertThat(Folders.of(Map.of("XDG_CONFIG_HOME", "/c"), "Linux", "/home/anna"))
                .isEqualTo(
                        new Folders(
                                Path.of("/c/signalbox"),
                                Path.of("/home/anna/.local/share/signalbox")));
    }

    @Test
    void relativeXdgPathsAreIgnored() {
        assertThat(Folders.of(Map.of("XDG_CONFIG_HOME", "c"), "Linux", "/home/anna").config())
                .isEqualTo(Path.of("/home/anna/.config/signalbox"));
    }

    @Test
    void macUsesItsLibrary() {
        assertThat(Folders.of(Map.of(), "Mac OS X", "/Users/anna").config())
                .isEqualTo(Path.of("/Users/anna/Library/Application Support/Signalbox"));
    }

    @Test
    void windowsUsesAppData() {
        assertThat(
                        Folders.of(
                                        Map.of("APPDATA", "/r", "LOCALAPPDATA", "/l"),
                                        "Windows 11",
                                        "/u")
                                .data())
                .isEqualTo(Path.of("/l/Signalbox"));
    }

    @Test
    void oneVariableMovesEverything() {
        assertThat(Folders.of(Map.of("SIGNALBOX_HOME", "/s"), "Linux", "/home/anna"))
                .isEqualTo(Folders.under(Path.of("/s")));
    }
}
