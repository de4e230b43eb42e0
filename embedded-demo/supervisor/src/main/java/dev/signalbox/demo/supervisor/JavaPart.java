package dev.signalbox.demo.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How the JVM of a part is started. The whole command line goes into a file: with all its jars it
/// would be too long for Windows, and unreadable in a list of processes.
///
/// @param name of the part
/// @param module whose jars it runs
/// @param megabytes of heap at most
record JavaPart(String name, String module, String mainClass, int megabytes) {
    /// A short life: no optimising compiler, the smallest collector, and no file in the system's
    /// folder for temporary ones.
    private static final List<String> FLAGS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /// Writes the file and returns the short command line that uses it.
    ///
    /// @param cacheFlags from [Caches]
    /// @param settings the argument of the main class
    List<String> command(Path home, DemoFolder folder, List<String> cacheFlags, Path settings)
            throws IOException {
        List<String> line = new ArrayList<>(FLAGS);
        line.add("-Xmx" + megabytes + "m");
        line.add("-Djava.io.tmpdir=" + folder.temporary(name));
        line.add("-XX:ErrorFile=" + folder.logs().resolve(name + "-crash-%p.log"));
        line.addAll(cacheFlags);
        line.addAll(List.of("-cp", classPath(home), mainClass, settings.toString()));
        Path file = folder.run().resolve(name + ".command");
        Files.writeString(
                file, line.stream().map(JavaPart::quoted).collect(Collectors.joining("\n")));
        return List.of(java().toString(), "@" + file);
    }

    private String classPath(Path home) throws IOException {
        return Jars.of(home, module).stream()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /// In such a file a backslash is an escape, also in the paths of Windows.
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
