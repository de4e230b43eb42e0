package dev.signalbox.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.util.Optional;

/// Opens and closes channels.
final class Channels {
    private Channels() {}

    /// @param subject what it is for, for the words of a failure
    static Channel open(Connection connection, String subject) throws ConnectorException {
        try {
            Optional<Channel> channel = connection.openChannel();
            if (channel.isPresent()) {
                return channel.get();
            }
        } catch (IOException | ShutdownSignalException e) {
            throw RabbitProblems.exception(e, subject);
        }
        throw RabbitProblems.exception(ProblemKind.CONFLICT, "link.no-channel", subject);
    }

    /// Closes it, in whatever state it is. What it holds unacknowledged goes back to its queue.
    static void close(Channel channel) {
        if (channel.isOpen()) {
            try {
                channel.abort();
            } catch (IOException e) {
                // Its connection is gone, and the channel with it.
            }
        }
    }
}
