package dev.signalbox.demo.coordinator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The two doors of the coordinator, tried from outside: only when both are open is it ready.
final class Doors {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Doors() {}

    /// @throws IOException if one of them stays closed for half a minute
    static void awaitOpen(int port, int consolePort) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!accepts(port) || !healthy(http, consolePort)) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("The coordinator started but does not answer");
                }
                Thread.sleep(50);
            }
        }
    }

    private static boolean accepts(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean healthy(HttpClient http, int port) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unanswered) {
            return false;
        }
    }
}
