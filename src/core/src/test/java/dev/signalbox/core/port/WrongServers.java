package dev.signalbox.core.port;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Addresses at which there is not what one looks for.
public final class WrongServers implements AutoCloseable {
    private final HttpServer web;
    private final ServerSocket silent;
    private final int closed;

    public WrongServers() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        web = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        web.start();
        silent = new ServerSocket(0, 50, loopback);
        try (ServerSocket passing = new ServerSocket(0, 1, loopback)) {
            closed = passing.getLocalPort();
        }
    }

    /// Where nobody listens.
    public String closed() {
        return "127.0.0.1:" + closed;
    }

    /// Where the connection is taken and nothing is ever said.
    public String silent() {
        return "127.0.0.1:" + silent.getLocalPort();
    }

    /// Where HTTP is spoken, and every page is missing.
    public String web() {
        return "127.0.0.1:" + web.getAddress().getPort();
    }

    /// A name that nobody may ever have.
    public String unknown() {
        return "no-such-broker.invalid:9092";
    }

    @Override
    public void close() throws IOException {
        web.stop(0);
        silent.close();
    }
}
