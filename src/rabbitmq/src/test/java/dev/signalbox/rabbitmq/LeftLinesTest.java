package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.ledger.Owner;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a console that was killed leaves behind on the server.
class LeftLinesTest {
    /// Larger than any system gives out.
    private static final long NO_PROCESS = 999_999_999_999L;

    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    @AfterEach
    void close() {
        rabbit.close();
    }

    @Test
    void theLineOfADeadConsoleIsRemovedAndThatOfALivingOneStays() throws Exception {
        String queue = rabbit.queue("classic", Map.of());
        String dead = LeftLines.name(new Owner(LeftLines.host(), NO_PROCESS, 1));
        String alive = LeftLines.name();
        String elsewhere = LeftLines.name(new Owner("0", NO_PROCESS, 1));
        for (String line : List.of(dead, alive, elsewhere)) {
            rabbit.channel().exchangeDeclare(line, "fanout", false, true, Map.of());
            rabbit.channel().queueBind(queue, line, "");
        }
        Server server =
                Server.of(
                        RabbitSettings.of(rabbit.profile().settings()),
                        Clock.systemUTC(),
                        Server.Batch.USUAL);
        try (Publisher publisher = Publisher.open(server, "/", "test");
                Line line = Line.open(server, publisher.channel(), new QueueKey("/", queue))) {
            assertThat(server.hasExchange("/", line.exchange())).isTrue();
            assertThat(server.hasExchange("/", dead)).isFalse();
            assertThat(server.hasExchange("/", alive)).isTrue();
            assertThat(server.hasExchange("/", elsewhere)).isTrue();
        } finally {
            server.close();
        }
        rabbit.channel().queueDelete(queue);
    }
}
