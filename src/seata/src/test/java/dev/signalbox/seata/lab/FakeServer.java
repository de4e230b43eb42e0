package dev.signalbox.seata.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Something that listens and is no coordinator, or stands before one.
public final class FakeServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Manner manner;
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private FakeServer(Manner manner) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.manner = manner;
        Thread.ofVirtual().name("fake-server").start(this::accept);
    }

    /// What it does with a connection.
    private interface Manner {
        void serve(FakeServer server, Socket socket) throws IOException;
    }

    /// Takes connections and never says anything.
    public static FakeServer silent() throws IOException {
        return new FakeServer((_, _) -> {});
    }

    /// Takes connections and closes them as soon as something is said.
    public static FakeServer hangingUp() throws IOException {
        return new FakeServer(
                (_, socket) -> {
                    try (socket) {
                        var _ = socket.getInputStream().read(new byte[1024]);
                    }
                });
    }

    /// Says the same to everybody who says something.
    public static FakeServer saying(String words) throws IOException {
        return new FakeServer(
                (_, socket) -> {
                    var _ = socket.getInputStream().read(new byte[1024]);
                    socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                });
    }

    /// Passes everything on to a port of this machine and back.
    public static FakeServer relayTo(int port) throws IOException {
        return new FakeServer(
                (server, socket) -> {
                    Socket behind = new Socket(InetAddress.getLoopbackAddress(), port);
                    server.open.add(behind);
                    Thread.ofVirtual().start(() -> pump(behind, socket));
                    pump(socket, behind);
                });
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// How many connections there have been.
    public int connections() {
        return accepted.get();
    }

    /// Closes every connection.
    public void dropAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /// Closes every connection and takes no new one.
    public void vanish() throws IOException {
        listening.close();
        dropAll();
    }

    @Override
    public void close() throws IOException {
        vanish();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                accepted.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: nobody is let in any more.
        }
    }

    private void serve(Socket socket) {
        try {
            manner.serve(this, socket);
        } catch (IOException e) {
            // The other side has left.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // One of the two has left, so both go.
        }
    }
}
