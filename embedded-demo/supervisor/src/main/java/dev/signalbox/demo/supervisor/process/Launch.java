package dev.signalbox.demo.supervisor.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// One process of a part, from its start to its end.
final class Launch {
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Recipe recipe;
    private final CappedLog log;
    private final Process process;
    private final long began = System.nanoTime();
    private volatile boolean announced;

    private Launch(Recipe recipe, CappedLog log) throws IOException {
        this.recipe = recipe;
        this.log = log;
        ProcessBuilder builder =
                new ProcessBuilder(recipe.command())
                        .directory(recipe.folder().toFile())
                        .redirectErrorStream(true);
        // A launcher made by jpackage sets this for itself; a JVM below it must not see it.
        builder.environment().remove("_JPACKAGE_LAUNCHER");
        this.process = builder.start();
    }

    static Launch of(Recipe recipe, CappedLog log) throws IOException {
        Launch launch = new Launch(recipe, log);
        Thread.ofPlatform()
                .daemon()
                .name("log-" + recipe.name())
                .start(() -> log.follow(launch.process.getInputStream(), launch::heard));
        return launch;
    }

    private void heard(String line) {
        if (recipe.readiness() instanceof Readiness.Announces(String expected)
                && line.equals(expected)) {
            announced = true;
        }
    }

    long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Waits until the part is ready and tells how long it took.
    ///
    /// @throws PartFailedException if it ends before, or takes longer than it may
    Duration awaitReady(HttpClient http) throws PartFailedException, InterruptedException {
        while (!ready(http)) {
            if (process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("ended with exit code " + process.exitValue());
            }
            if (age().compareTo(recipe.startTime()) > 0) {
                throw failed("was not ready after " + recipe.startTime().toSeconds() + " s");
            }
        }
        return age();
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /// Ends it: first its life line, then by signal, then by force. Returns when it is gone.
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // It has ended by itself.
        }
        // By its handle: Process itself would close the stream that has its last words.
        if (!gone(recipe.stopTime())) {
            handle().destroy();
        }
        if (!gone(LAST_WORDS)) {
            handle().destroyForcibly();
        }
        process.onExit().join();
    }

    private boolean gone(Duration patience) {
        process.onExit()
                .completeOnTimeout(process, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return !process.isAlive();
    }

    private boolean ready(HttpClient http) throws InterruptedException {
        return switch (recipe.readiness()) {
            case Readiness.Announces _ -> announced;
            case Readiness.Answers(URI health) -> answers(http, health);
        };
    }

    private static boolean answers(HttpClient http, URI health) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(health).timeout(ANSWER).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private PartFailedException failed(String how) {
        return new PartFailedException(how + "; its log ends: " + String.join(" | ", log.tail()));
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
