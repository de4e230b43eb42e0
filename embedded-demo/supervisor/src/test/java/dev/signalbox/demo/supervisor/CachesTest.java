package dev.signalbox.demo.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachesTest {
    @TempDir Path home;

    private Path jar = Path.of("");

    @BeforeEach
    void jars() throws IOException {
        jar = Files.createDirectories(home.resolve("lib/broker")).resolve("broker.jar");
        Files.writeString(jar, "jar");
    }

    @Test
    void whereNoneWasTrainedNoneIsUsed() throws Exception {
        assertThat(new Caches(home).use("broker")).isEmpty();
    }

    @Test
    void aTrainedCacheIsUsed() throws Exception {
        train();

        assertThat(new Caches(home).use("broker"))
                .contains("-XX:AOTCache=" + home.resolve("cache/broker.aot"));
    }

    @Test
    void aCacheForOtherJarsIsNotUsed() throws Exception {
        train();
        Files.writeString(jar, "another jar");
        assertThat(new Caches(home).use("broker")).isEmpty();

        train();
        Files.writeString(jar.resolveSibling("more.jar"), "more");
        assertThat(new Caches(home).use("broker")).isEmpty();
    }

    @Test
    void aTrainingThatWroteNothingIsAFailure() throws Exception {
        Caches caches = new Caches(home);
        caches.train("broker");

        assertThatThrownBy(() -> caches.accept("broker")).isInstanceOf(IOException.class);
        assertThat(caches.fits("broker")).isFalse();
    }

    private void train() throws IOException {
        Caches caches = new Caches(home);
        String flag = caches.train("broker").getFirst();
        Files.writeString(Path.of(flag.substring("-XX:AOTCacheOutput=".length())), "cache");
        caches.accept("broker");
    }
}
