package dev.signalbox.app.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test class in which our code holds the FX thread: makes it wait for a lock, a future, another thread, or
/// keeps it at work for longer than an eye forgives. Work is measured in the time the thread has run, so that a busy
/// machine alone fails nothing.
///
/// Registered for every test by `META-INF/services`.
public final class FxWatchdog implements BeforeAllCallback, AfterAllCallback {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /// So many looks in a row: a lock held for an instant is no wait.
    private static final int LOOKS = 8;

    /// What the eye takes for at once.
    private static final Duration LONGEST_WORK = Duration.ofMillis(100);

    /// Code that runs for the first time is loaded, interpreted and compiled meanwhile, which is no habit of it: once for
    /// each event it may take as long again. On a slow machine as well, what is too long is so again.
    private static final Duration LONGEST_FIRST = LONGEST_WORK.multipliedBy(2);

    /// The start of a window is not measured, and neither is what only a test does: a new window, a picture.
    private static final List<String> NOT_MEASURED =
            List.of(
                    "dev.signalbox.app.Composition.<init>",
                    "dev.signalbox.app.testing.TestWindow.open",
                    "dev.signalbox.app.testing.TestWindow.lambda$picture",
                    "dev.signalbox.app.testing.Screenshots");

    /// Events that took too long once, in any class.
    private final Set<String> slowOnce = ConcurrentHashMap.newKeySet();

    private final List<String> offences = Collections.synchronizedList(new ArrayList<>());
    private @Nullable CountDownLatch ended;

    @Override
    public void beforeAll(ExtensionContext context) {
        // There is one watchdog for all classes.
        offences.clear();
        CountDownLatch end = new CountDownLatch(1);
        ended = end;
        Thread.ofPlatform().daemon().name("fx-watchdog").start(() -> watch(end));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (ended != null) {
            ended.countDown();
        }
        if (!offences.isEmpty()) {
            throw new AssertionError("The FX thread was held:\n" + offences.getFirst());
        }
    }

    private void watch(CountDownLatch end) {
        Optional<Thread> fx = Optional.empty();
        Look before = Look.NOTHING;
        int looks = 0;
        Duration began = Duration.ZERO;
        boolean counted = false;
        try {
            while (!end.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                fx = fx.filter(Thread::isAlive).or(FxWatchdog::fxThread);
                Look now = fx.map(FxWatchdog::look).orElse(Look.NOTHING);
                boolean same = !now.event().isEmpty() && now.event().equals(before.event());
                looks = same && now.waits() && now.stack().equals(before.stack()) ? looks + 1 : 0;
                began = same ? began : now.worked();
                if (looks == LOOKS) {
                    offences.add("It was made to wait:\n" + now.stack());
                }
                Duration work = now.worked().minus(began);
                if (work.compareTo(LONGEST_WORK) > 0 && isOffence(now.event(), counted, work)) {
                    offences.add("It was at work for " + work.toMillis() + " ms:\n" + now.stack());
                    began = now.worked();
                }
                counted = same && work.compareTo(LONGEST_WORK) > 0;
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param counted whether this event was over the limit at the last look already: it is still the same one
    private boolean isOffence(String event, boolean counted, Duration work) {
        boolean again = !slowOnce.add(event) && !counted;
        return again || work.compareTo(LONGEST_FIRST) > 0;
    }

    /// @param event the outermost frame of ours, which tells one event from the next; empty: nothing of ours runs
    /// @param worked how long the thread has run so far
    private record Look(String event, String stack, boolean waits, Duration worked) {
        static final Look NOTHING = new Look("", "", false, Duration.ZERO);
    }

    private static Look look(Thread fx) {
        Duration worked = Duration.ofNanos(THREADS.getThreadCpuTime(fx.threadId()));
        Thread.State state = fx.getState();
        boolean waits =
                state == Thread.State.BLOCKED
                        || state == Thread.State.WAITING
                        || state == Thread.State.TIMED_WAITING;
        List<String> frames =
                Arrays.stream(fx.getStackTrace()).map(StackTraceElement::toString).toList();
        String event =
                frames.stream()
                        .filter(FxWatchdog::isOurs)
                        .reduce((_, outer) -> outer)
                        .filter(_ -> frames.stream().noneMatch(FxWatchdog::isNotMeasured))
                        .orElse("");
        return new Look(event, "    " + String.join("\n    ", frames), waits, worked);
    }

    private static boolean isOurs(String frame) {
        return frame.startsWith("dev.signalbox")
                && !frame.contains(".testing.")
                && !frame.contains("Test.");
    }

    private static boolean isNotMeasured(String frame) {
        return NOT_MEASURED.stream().anyMatch(frame::startsWith);
    }

    private static Optional<Thread> fxThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JavaFX Application Thread"))
                .findFirst();
    }
}
