package dev.signalbox.app.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test class in which our code makes the FX thread wait: for a lock, a future, another thread. Found by
/// looking at its stack, so that a busy machine alone fails nothing.
///
/// Registered for every test by `META-INF/services`.
public final class FxWatchdog implements BeforeAllCallback, AfterAllCallback {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /// So many looks in a row: a lock held for an instant is no wait.
    private static final int LOOKS = 8;

    private final List<String> offences = Collections.synchronizedList(new ArrayList<>());
    private @Nullable CountDownLatch ended;

    @Override
    public void beforeAll(ExtensionContext context) {
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
            throw new AssertionError("The FX thread was made to wait:\n" + offences.getFirst());
        }
    }

    private void watch(CountDownLatch end) {
        String before = "";
        int looks = 0;
        Optional<Thread> fx = Optional.empty();
        try {
            while (!end.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                fx = fx.filter(Thread::isAlive).or(FxWatchdog::fxThread);
                String now = fx.map(FxWatchdog::wait).orElse("");
                looks = !now.isEmpty() && now.equals(before) ? looks + 1 : 0;
                before = now;
                if (looks == LOOKS) {
                    offences.add(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The stack, if our code is in it and waits; otherwise empty.
    private static String wait(Thread fx) {
        Thread.State state = fx.getState();
        if (state != Thread.State.BLOCKED
                && state != Thread.State.WAITING
                && state != Thread.State.TIMED_WAITING) {
            return "";
        }
        StringBuilder stack = new StringBuilder();
        boolean ours = false;
        for (StackTraceElement frame : fx.getStackTrace()) {
            stack.append("    ").append(frame).append('\n');
            ours |=
                    frame.getClassName().startsWith("dev.signalbox")
                            && !frame.getClassName().contains(".testing.");
        }
        return ours ? stack.toString() : "";
    }

    private static Optional<Thread> fxThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JavaFX Application Thread"))
                .findFirst();
    }
}
