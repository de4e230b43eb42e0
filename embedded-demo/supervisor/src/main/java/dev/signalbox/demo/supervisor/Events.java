package dev.signalbox.demo.supervisor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.demo.supervisor.control.IncidentListener;
import dev.signalbox.demo.supervisor.control.Json;
import dev.signalbox.demo.supervisor.process.PartListener;
import java.io.PrintStream;
import java.time.Duration;

/// What happens, one JSON object a line, for the console to show. The README has the events.
final class Events implements PartListener, IncidentListener {
    private final PrintStream out;

    Events(PrintStream out) {
        this.out = out;
    }

    @Override
    public void starting(String part) {
        print(event("starting").put("part", part));
    }

    @Override
    public void ready(String part, Duration took) {
        print(event("ready").put("part", part).put("tookMillis", took.toMillis()));
    }

    @Override
    public void failed(String part, String reason) {
        print(event("failed").put("part", part).put("reason", reason));
    }

    /// The whole could not be started.
    void failed(String reason) {
        print(event("failed").put("reason", reason));
    }

    void up(String control, Duration took) {
        print(event("up").put("control", control).put("tookMillis", took.toMillis()));
    }

    @Override
    public void down(String part, String reason) {
        print(event("down").put("part", part).put("reason", reason));
    }

    @Override
    public void switched(String incident, boolean on) {
        print(event("incident").put("name", incident).put("on", on));
    }

    @Override
    public void stopping(String part) {
        print(event("stopping").put("part", part));
    }

    @Override
    public void stopped(String part) {
        print(event("stopped").put("part", part));
    }

    void stopping() {
        print(event("stopping"));
    }

    void stopped() {
        print(event("stopped"));
    }

    private static ObjectNode event(String name) {
        return Json.object().put("event", name);
    }

    private synchronized void print(ObjectNode event) {
        out.println(event);
        out.flush();
    }
}
