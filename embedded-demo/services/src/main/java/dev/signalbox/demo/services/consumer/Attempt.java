package dev.signalbox.demo.services.consumer;

/// What came of trying to deal with a message once.
public sealed interface Attempt {

    /// It has been dealt with, now or before.
    record Finished() implements Attempt {}

    /// It cannot be read, now or ever.
    record Unreadable(MalformedMessageException why) implements Attempt {}

    /// It failed; it may succeed later.
    record Failed(Exception why) implements Attempt {}

    /// The database is away: no failure of the message.
    record Impossible(Exception why) implements Attempt {}
}
