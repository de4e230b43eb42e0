package dev.signalbox.demo.services.http;

/// Answers requests of one route. Runs on a virtual thread of its own, so it may block.
@FunctionalInterface
public interface Endpoint {

    Reply answer(Request request) throws RefusedException, InterruptedException;
}
