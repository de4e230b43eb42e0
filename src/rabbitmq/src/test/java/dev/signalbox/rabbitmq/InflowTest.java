package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What was delivered and nobody has looked at yet.
class InflowTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int MEGABYTE = 1024 * 1024;

    private final Inflow inflow = new Inflow();

    private static Delivery delivery(int tag, int size) {
        return new Delivery(
                new Envelope(tag, false, "", "queue"), new BasicProperties(), new byte[size]);
    }

    private Thread reader(int deliveries) {
        return Thread.ofPlatform()
                .daemon()
                .start(
                        () ->
                                IntStream.rangeClosed(1, deliveries)
                                        .forEach(tag -> inflow.put(delivery(tag, MEGABYTE))));
    }

    private static void awaitHeldUp(Thread reader) {
        await().atMost(LONG).until(() -> reader.getState() == Thread.State.WAITING);
    }

    private List<Long> taken() throws InterruptedException {
        return inflow.take(LONG).stream().map(each -> each.getEnvelope().getDeliveryTag()).toList();
    }

    @Test
    void allThatWaitIsTakenAtOnceAndInOrder() throws Exception {
        IntStream.rangeClosed(1, 3).forEach(tag -> inflow.put(delivery(tag, 1)));

        assertThat(taken()).containsExactly(1L, 2L, 3L);
        assertThat(inflow.take(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void oneAloneIsNotWaitedWithForMore() throws Exception {
        Thread reader = reader(1);

        assertThat(taken()).containsExactly(1L);
        reader.join();
    }

    @Test
    void theReaderIsHeldUpUntilWhatIsThereIsTaken() throws Exception {
        Thread reader = reader(6);
        awaitHeldUp(reader);

        assertThat(taken()).containsExactly(1L, 2L, 3L, 4L);
        reader.join();
        assertThat(taken()).containsExactly(5L, 6L);
    }

    @Test
    void whenItIsClosedTheReaderGoesOnAndNothingIsKept() throws Exception {
        Thread reader = reader(6);
        awaitHeldUp(reader);

        inflow.close();

        reader.join();
        assertThat(inflow.take(Duration.ofMillis(1))).isEmpty();
    }
}
