package dev.signalbox.rabbitmq;

import java.util.OptionalLong;

/// How many messages and consumers a queue has, as far as the server told.
record Count(OptionalLong ready, OptionalLong unacked, OptionalLong consumers) {
    static final Count UNKNOWN =
            new Count(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    static Count of(long ready, long unacked, long consumers) {
        return new Count(
                OptionalLong.of(ready), OptionalLong.of(unacked), OptionalLong.of(consumers));
    }

    Count withConsumers(long more) {
        return new Count(ready, unacked, OptionalLong.of(more));
    }

    OptionalLong total() {
        return ready.isPresent() && unacked.isPresent()
                ? OptionalLong.of(ready.getAsLong() + unacked.getAsLong())
                : OptionalLong.empty();
    }
}
