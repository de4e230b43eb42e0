package dev.signalbox.core.ledger;

import java.time.Instant;
import java.util.Optional;

/// The console that noted something: a process on a host.
///
/// @param startedAt tells it from a later process with the same number
public record Owner(String host, long pid, long startedAt) {
    /// This process.
    public static Owner current(String host) {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(host, self.pid(), startOf(self));
    }

    /// Whether that console is gone for certain. One on another host may still be there.
    public boolean isGone(String thisHost) {
        if (!host.equals(thisHost)) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isEmpty() || startOf(process.get()) != startedAt;
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
