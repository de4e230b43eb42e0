package dev.signalbox.demo.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Tells what the real one tells and lives as long as its standard input is open. In a folder whose name begins with
/// `slow` it never comes up. It uses nothing but the JDK, since it runs in a JVM of its own from a jar of its own.
public final class SupervisorMain {
    private SupervisorMain() {}

    public static void main(String[] arguments) throws IOException {
        List<String> given = Arrays.asList(arguments);
        Path folder = Path.of(given.get(given.indexOf("--folder") + 1));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
        tell("{\"event\":\"starting\",\"part\":\"database\"}");
        tell("{\"event\":\"ready\",\"part\":\"database\",\"tookMillis\":12}");
        if (!folder.getFileName().toString().startsWith("slow")) {
            Files.writeString(folder.resolve("demo.json"), description());
            tell("{\"event\":\"up\",\"control\":\"http://127.0.0.1:1\",\"tookMillis\":34}");
        }
        while (System.in.read() >= 0) {
            // The life line holds.
        }
        tell("{\"event\":\"stopping\"}");
        Files.deleteIfExists(folder.resolve("demo.json"));
        tell("{\"event\":\"stopped\"}");
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// The broker's address tells one run from another.
    private static String description() {
        long pid = ProcessHandle.current().pid();
        return """
        {"pid": %d, "control": "http://127.0.0.1:1", "token": "t", "kafka": "broker-%d:2",
         "seata": {"server": "127.0.0.1:3", "console": "http://127.0.0.1:4", "user": "u", "password": "p", "group": "g"},
         "databases": {}}
        """
                .formatted(pid, pid);
    }
}
