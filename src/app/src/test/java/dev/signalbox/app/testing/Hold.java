package dev.signalbox.app.testing;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets through, or holds up until it is let go.
public final class Hold {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean held;
    private int waiting;
    private int passed;

    public void hold() {
        set(true);
    }

    public void letGo() {
        set(false);
    }

    private void set(boolean hold) {
        lock.lock();
        try {
            held = hold;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void pass() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting++;
            while (held) {
                changed.await();
            }
            passed++;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /// How many have come through.
    public int passed() {
        lock.lock();
        try {
            return passed;
        } finally {
            lock.unlock();
        }
    }

    /// Whether somebody is held up.
    public boolean isHolding() {
        lock.lock();
        try {
            return held && waiting > 0;
        } finally {
            lock.unlock();
        }
    }
}
