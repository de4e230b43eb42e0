package dev.signalbox.demo.services.consumer;

import dev.signalbox.demo.services.database.SqlStates;
import java.sql.SQLException;

/// Tries to deal with messages, each in one transaction with the note that it was processed.
public final class Attempts {

    private final ProcessedMessages processed;
    private final MessageHandler handler;
    private final ConsumerCounters counters = new ConsumerCounters();

    public Attempts(ProcessedMessages processed, MessageHandler handler) {
        this.processed = processed;
        this.handler = handler;
    }

    /// Reads what a broker has delivered.
    @FunctionalInterface
    public interface Reading {
        /// @throws MalformedMessageException when the value is no JSON object
        Message read() throws MalformedMessageException;
    }

    public ConsumerCounters counters() {
        return counters;
    }

    public MessageHandler handler() {
        return handler;
    }

    /// Tries it. Whatever it sets off, a bug included, ends as a failure of this message.
    public Attempt make(Reading message) {
        try {
            switch (processed.process(message.read(), handler)) {
                case DONE -> {
                    counters.processed.increment();
                    handler.done();
                }
                case NOTHING_LEFT_TO_DO -> counters.duplicates.increment();
            }
            return new Attempt.Finished();
        } catch (MalformedMessageException e) {
            return new Attempt.Unreadable(e);
        } catch (SQLException e) {
            return SqlStates.databaseIsAway(e) ? new Attempt.Impossible(e) : new Attempt.Failed(e);
        } catch (ProcessingException | RuntimeException e) {
            return new Attempt.Failed(e);
        }
    }

    /// Notes that a message is to be tried again.
    public void retried() {
        counters.retried.increment();
    }

    /// Notes that a message has become a dead letter.
    public void deadLettered(Exception why) {
        counters.deadLettered.increment();
        handler.deadLettered(why);
    }
}
