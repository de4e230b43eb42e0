package dev.signalbox.demo.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Free ports of this machine for one demo.
///
/// They are chosen below those that systems hand out by themselves (from 32,768 on). A broker that
/// is stopped for a while must find its own port again, but its clients try to reach it meanwhile,
/// and with a port from that range one of these attempts can be given the very port and keep it.
final class Ports {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int ATTEMPTS = 1_000;

    private final Set<Integer> given = new HashSet<>();

    /// A free one that was not given before.
    ///
    /// @throws IOException if none can be found
    int next() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (!given.contains(port) && free(port)) {
                given.add(port);
                return port;
            }
        }
        throw new IOException("No free port between " + FIRST + " and " + END);
    }

    private static boolean free(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
