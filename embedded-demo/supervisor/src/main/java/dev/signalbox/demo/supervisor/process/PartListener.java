package dev.signalbox.demo.supervisor.process;

import java.time.Duration;

/// Is told what happens to parts, on the thread to which it happens.
public interface PartListener {
    void starting(String part);

    /// @param took from the start of the process
    void ready(String part, Duration took);

    /// It did not become ready; its process is gone.
    void failed(String part, String reason);

    /// It was ready, and is gone.
    void down(String part, String reason);

    void stopping(String part);

    void stopped(String part);
}
