package dev.signalbox.kafka;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Something that listens and is no broker: sends its bytes to whoever connects, and hangs up or waits.
final class FakeServer implements AutoCloseable {
    private final ServerSocket socket;

    private FakeServer(ServerSocket socket) {
        this.socket = socket;
    }

    /// Takes connections and never says a word.
    static FakeServer silent() throws IOException {
        return new FakeServer(TestBroker.free());
    }

    /// Says its word to whoever asks, and hangs up.
    static FakeServer saying(String word) throws IOException {
        FakeServer server = new FakeServer(TestBroker.free());
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (true) {
                                    answer(server.socket.accept(), word);
                                }
                            } catch (IOException e) {
                                // Closed: the test is over.
                            }
                        });
        return server;
    }

    private static void answer(Socket client, String word) throws IOException {
        try (client) {
            if (client.getInputStream().read() >= 0) {
                client.getOutputStream().write(word.getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            }
        }
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
