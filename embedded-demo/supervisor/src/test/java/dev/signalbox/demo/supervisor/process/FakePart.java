package dev.signalbox.demo.supervisor.process;

import dev.signalbox.demo.part.Lifeline;
import dev.signalbox.demo.part.Ready;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A part that does nothing but be there, in a process of its own.
public final class FakePart {
    private FakePart() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "well" -> {
                Lifeline.hold(Duration.ofSeconds(5));
                Ready.announce();
            }
            case "broken" -> {
                System.out.println("no room for me here");
                System.exit(3);
            }
            case "slow" -> Lifeline.hold(Duration.ofSeconds(5));
            case "deaf" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(FakePart::forever, "deaf"));
                Ready.announce();
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
        forever();
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    static Recipe recipe(String name, String manner, Path folder) {
        return new Recipe(
                name,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakePart.class.getName(),
                        manner),
                folder,
                new Readiness.Announces(Ready.WORD),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                () -> {});
    }

    /// A part of that manner, with everything it needs in the folder.
    public static Part part(String name, String manner, Path folder, PartListener listener) {
        return part(recipe(name, manner, folder), listener);
    }

    static Part part(Recipe recipe, PartListener listener) {
        return new Part(
                recipe,
                new CappedLog(recipe.folder().resolve(recipe.name() + ".log")),
                new Leftovers(recipe.folder().resolve("processes")),
                listener,
                HttpClient.newHttpClient());
    }
}
