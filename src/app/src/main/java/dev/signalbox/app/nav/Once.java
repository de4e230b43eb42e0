package dev.signalbox.app.nav;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Made when it is asked for first, and kept: a screen nobody looks at costs the start of the window nothing. On the FX
/// thread.
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
