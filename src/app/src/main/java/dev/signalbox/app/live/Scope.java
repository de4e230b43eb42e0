package dev.signalbox.app.live;

/// Which of the open connections the screens show.
public sealed interface Scope {
    /// All that are open, side by side.
    record All() implements Scope {}

    record One(String profileId) implements Scope {}

    default boolean includes(String profileId) {
        return switch (this) {
            case All _ -> true;
            case One one -> one.profileId().equals(profileId);
        };
    }
}
