package dev.signalbox.demo.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// Ports of this machine, as tests need to look at them.
public final class TestPorts {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECT_MILLIS = 500;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private TestPorts() {}

    /// A port that was free a moment ago and was not asked for before, below those that the system
    /// hands out by itself, so that it stays free while a server is started again on it.
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (!GIVEN.add(port)) {
                continue;
            }
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
    }

    /// Whether somebody listens on the port of 127.0.0.1.
    public static boolean listens(int port) {
        return accepts(LOOPBACK, port);
    }

    /// The addresses of this machine, 127.0.0.1 aside, on which somebody listens at the port. A
    /// server that listens on all addresses is found by 127.0.0.2 even on a machine without a
    /// network.
    public static List<String> listensElsewhere(int port) throws IOException {
        Stream<String> own =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .map(InetAddress::getHostAddress);
        return Stream.concat(own, Stream.of("127.0.0.2"))
                .distinct()
                .filter(address -> !address.equals(LOOPBACK))
                .filter(address -> accepts(address, port))
                .toList();
    }

    private static boolean accepts(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
