package dev.signalbox.seata.testserver;

import io.seata.server.ServerApplication;
import java.io.IOException;

/// Starts the server as its own distribution does, and ends with whoever holds the other end of its standard
/// input, however that ends.
public final class ServerMain {

    private ServerMain() {}

    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().daemon().name("life-line").start(ServerMain::awaitEndOfInput);
        ServerApplication.main(args);
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes to it.
            }
        } catch (IOException e) {
            // A life line that cannot be read is one that has ended.
        }
        Runtime.getRuntime().halt(0);
    }
}
