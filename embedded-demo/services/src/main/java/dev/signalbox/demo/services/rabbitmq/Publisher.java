package dev.signalbox.demo.services.rabbitmq;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Connection;
import dev.signalbox.demo.services.outbox.OutboxEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes on one connection, on one thread. It waits while the node holds it back (an alarm blocks the
/// connection), and what a full queue refuses is not taken: it stays in the outbox and is tried again.
final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration NOTICEABLE = Duration.ofSeconds(1);
    private static final int CLOSE_MILLIS = 500;

    private final Link link;
    private final Clock clock;
    private volatile @Nullable Connection connection;
    private @Nullable Confirms confirms;
    private volatile boolean closed;

    /// When the publication under way began.
    private volatile @Nullable Instant began;

    /// Whether the last publication was not taken in whole.
    private volatile boolean refused;

    Publisher(Link link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    /// As [dev.signalbox.demo.services.outbox.EventPublisher#publish] says.
    List<String> publish(List<OutboxEvent> events) throws InterruptedException {
        if (closed) {
            return List.of();
        }
        began = clock.instant();
        try {
            List<String> taken = confirms().publish(events);
            refused = taken.size() < events.size();
            return taken;
        } catch (IOException | TimeoutException | AlreadyClosedException e) {
            LOG.warn("the broker is not reachable: {}", e.toString());
            refused = true;
            return List.of();
        } finally {
            began = null;
        }
    }

    /// On the connection there is, or on a new one.
    private Confirms confirms() throws IOException, TimeoutException {
        Confirms known = confirms;
        if (known != null && known.isOpen()) {
            return known;
        }
        drop();
        Connection opened = link.open("publisher");
        connection = opened;
        if (closed) {
            drop();
        }
        Confirms fresh = Confirms.on(opened.createChannel());
        confirms = fresh;
        return fresh;
    }

    /// Whether somebody has been waiting for the broker for a noticeable time, or waits for room.
    boolean isWaiting() {
        Instant since = began;
        return refused || (since != null && since.isBefore(clock.instant().minus(NOTICEABLE)));
    }

    private void drop() {
        Connection last = connection;
        if (last != null) {
            last.abort(CLOSE_MILLIS);
        }
    }

    @Override
    public void close() {
        closed = true;
        drop();
    }
}
