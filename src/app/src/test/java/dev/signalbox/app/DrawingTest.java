package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingTest {
    @TempDir Path devices;

    private final Properties system = new Properties();

    @Test
    void withoutACardOnLinuxNothingIsTriedThatNeedsOne() {
        system.setProperty("os.name", "Linux");
        Drawing.choose(system, devices);
        assertThat(system).containsEntry("prism.order", "sw");
    }

    @Test
    void withACardTheToolkitChooses() throws IOException {
        system.setProperty("os.name", "Linux");
        Files.createDirectory(devices.resolve("dri"));
        Drawing.choose(system, devices);
        assertThat(system).doesNotContainKey("prism.order");
    }

    @Test
    void onOtherSystemsTheToolkitChooses() {
        system.setProperty("os.name", "Windows 11");
        Drawing.choose(system, devices);
        assertThat(system).doesNotContainKey("prism.order");
    }

    @Test
    void whatTheOperatorHasChosenStays() {
        system.setProperty("os.name", "Linux");
        system.setProperty("prism.order", "es2");
        Drawing.choose(system, devices);
        assertThat(system).containsEntry("prism.order", "es2");
    }
}
