package dev.signalbox.demo.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir Path folder;

    @Test
    void settingsAreReadFromTheFileThatIsTheOnlyArgument() throws Exception {
        Path file = Files.writeString(folder.resolve("s.properties"), "port=4711\nuser=sa\n");

        Settings settings = Settings.read(file.toString());

        assertThat(settings.port("port")).isEqualTo(4711);
        assertThat(settings.text("user")).isEqualTo("sa");
    }

    @Test
    void anArgumentMoreOrLessIsRefused() {
        assertThatThrownBy(Settings::read).hasMessageContaining("one argument");
        assertThatThrownBy(() -> Settings.read("a", "b")).hasMessageContaining("one argument");
    }

    @Test
    void aMissingSettingIsNamed() {
        Settings none = new Settings(Map.of());

        assertThatThrownBy(() -> none.text("password")).hasMessageContaining("'password'");
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        Settings settings = new Settings(Map.of("port", "70000"));

        assertThatThrownBy(() -> settings.port("port")).hasMessageContaining("70000");
    }
}
