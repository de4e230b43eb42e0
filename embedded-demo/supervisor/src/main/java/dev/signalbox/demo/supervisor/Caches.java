package dev.signalbox.demo.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Start-up caches of the parts' JVMs: classes as a trained JVM had them loaded and linked. Beside each
/// lies what it was trained for; a cache for other jars, flags or another JVM is not used.
///
/// @param home whose folder `cache` they are in
record Caches(Path home) {

    /// The flags that use the module's cache; none if there is no fitting one.
    List<String> use(String module) throws IOException {
        Path cache = file(module);
        if (!fits(module)) {
            return List.of();
        }
        // Should the JVM refuse it after all, it starts without, and says so in the log of the
        // part.
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off");
    }

    /// The flags that make a JVM train a cache for the module, which it writes when it ends.
    List<String> train(String module) throws IOException {
        Files.createDirectories(home.resolve("cache"));
        Files.deleteIfExists(training(module));
        return List.of("-XX:AOTCacheOutput=" + training(module), "-Xlog:aot*=off");
    }

    /// Takes over what has been trained.
    ///
    /// @throws IOException if the JVM wrote none
    void accept(String module) throws IOException {
        Files.deleteIfExists(key(module));
        Files.move(
                training(module),
                file(module),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(key(module), fingerprint(module));
    }

    /// Whether the module's cache is there and was trained for what would be run now.
    boolean fits(String module) throws IOException {
        return Files.exists(file(module))
                && Files.exists(key(module))
                && Files.readString(key(module)).equals(fingerprint(module));
    }

    private String fingerprint(String module) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(System.getProperty("java.vm.version")).append('\n');
        for (Path jar : Jars.of(home, module)) {
            text.append(jar.getFileName())
                    .append(' ')
                    .append(Files.size(jar))
                    .append(' ')
                    .append(Files.getLastModifiedTime(jar).toMillis())
                    .append('\n');
        }
        return text.toString();
    }

    private Path file(String module) {
        return home.resolve("cache").resolve(module + ".aot");
    }

    private Path key(String module) {
        return home.resolve("cache").resolve(module + ".trained-for");
    }

    private Path training(String module) {
        return home.resolve("cache").resolve(module + ".training.aot");
    }
}
