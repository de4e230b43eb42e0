package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.ConnectorException;

/// A connection over which messages come back, with an exchange that leads to their queue and nowhere else.
record RestoreWay(Publisher publisher, Line line) implements AutoCloseable {
    static RestoreWay open(Server server, QueueKey queue)
            throws ConnectorException, InterruptedException {
        Publisher publisher = Publisher.open(server, queue.vhost(), "restore " + queue.name());
        boolean opened = false;
        try {
            RestoreWay way =
                    new RestoreWay(publisher, Line.open(server, publisher.channel(), queue));
            opened = true;
            return way;
        } finally {
            if (!opened) {
                publisher.close();
            }
        }
    }

    @Override
    public void close() {
        line.close();
        publisher.close();
    }
}
