package dev.signalbox.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// How much memory this JVM has needed at its highest.
///
/// What is live is known after a full collection alone: after one of the young generation what is left is also what nobody
/// needs any more. So full ones are asked for, four times a second.
final class HighestMemory {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final AtomicLong heap = new AtomicLong();
    private final Set<String> pools =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getName)
                    .collect(Collectors.toSet());

    static HighestMemory watch() {
        HighestMemory memory = new HighestMemory();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(
                        (notification, _) -> memory.collected(notification), null, null);
            }
        }
        Thread.ofPlatform().daemon().name("collect").start(HighestMemory::collect);
        return memory;
    }

    private static void collect() {
        while (true) {
            System.gc();
            try {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void collected(Notification notification) {
        if (notification.getUserData() instanceof CompositeData data
                && notification
                        .getType()
                        .equals(
                                GarbageCollectionNotificationInfo
                                        .GARBAGE_COLLECTION_NOTIFICATION)) {
            GarbageCollectionNotificationInfo collection =
                    GarbageCollectionNotificationInfo.from(data);
            if (!collection.getGcAction().contains("major")) {
                return;
            }
            long left =
                    collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                            .filter(pool -> pools.contains(pool.getKey()))
                            .map(Map.Entry::getValue)
                            .mapToLong(usage -> usage.getUsed())
                            .sum();
            heap.accumulateAndGet(left, Math::max);
        }
    }

    /// Bytes that were live at the highest.
    long heap() {
        return heap.get();
    }

    /// Bytes of the process, where the system tells (Linux); 0 elsewhere.
    long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
