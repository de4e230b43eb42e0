package dev.signalbox.demo.supervisor.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what it was told, in words.
public final class RecordingListener implements PartListener {
    private final List<String> events = new CopyOnWriteArrayList<>();

    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public void starting(String part) {
        events.add("starting " + part);
    }

    @Override
    public void ready(String part, Duration took) {
        events.add("ready " + part);
    }

    @Override
    public void failed(String part, String reason) {
        events.add("failed " + part + ": " + reason);
    }

    @Override
    public void down(String part, String reason) {
        events.add("down " + part + ": " + reason);
    }

    @Override
    public void stopping(String part) {
        events.add("stopping " + part);
    }

    @Override
    public void stopped(String part) {
        events.add("stopped " + part);
    }
}
