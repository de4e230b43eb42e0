package dev.signalbox.core.monitor;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;

/// Reads through whatever connector a connection has at the time, and keeps that connector out of a face's reach.
///
/// A stream does not keep its connector open: nothing is lost when one ends early.
final class CurrentReader implements Reader {
    private final Link link;

    CurrentReader(Link link) {
        this.link = link;
    }

    @Override
    public Details inspect(Subject subject) throws ConnectorException, InterruptedException {
        try (Lease lease = link.lease()) {
            return lease.connector().inspect(subject);
        }
    }

    @Override
    public MessageStream browse(String destination, MessageSelection selection, long limit)
            throws ConnectorException, InterruptedException {
        try (Lease lease = link.lease()) {
            return lease.connector().browse(destination, selection, limit);
        }
    }
}
