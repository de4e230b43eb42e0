package dev.signalbox.demo.services.kafka;

import dev.signalbox.demo.services.lifecycle.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls a topic and its retry topic and deals with what comes, in order within each partition, until it
/// is stopped. An offset is committed only after the message before it is dealt with, so a crash means a
/// second delivery and never a lost message.
public final class ConsumerLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final List<String> topics;
    private final DeliveryProcessing processing;
    private final Stop stop;
    private final Clock clock;
    private final BackingOff backingOff;

    /// @param consumer closed by this loop when it ends
    /// @param topics main topic and retry topic
    public ConsumerLoop(
            Consumer<byte[], byte[]> consumer,
            List<String> topics,
            DeliveryProcessing processing,
            Stop stop,
            Clock clock) {
        this.consumer = consumer;
        this.topics = List.copyOf(topics);
        this.processing = processing;
        this.stop = stop;
        this.clock = clock;
        this.backingOff = new BackingOff(consumer);
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(topics, new Rebalance());
            while (!stop.isWished()) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Leaves the group: the next start of this service need not wait for this one to time
            // out
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    /// One poll and what it brought. Catches any exception: a consumer that dies would stop its whole
    /// group.
    private void turn() throws InterruptedException {
        try {
            backingOff.resume(clock.instant());
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            for (TopicPartition partition : polled.partitions()) {
                deal(partition, polled.records(partition));
            }
        } catch (RuntimeException e) {
            LOG.error("polling {} failed", topics, e);
            stop.within(AFTER_A_FAILURE);
        }
    }

    /// Deals with what was polled of one partition. Polling has moved the consumer's position behind all
    /// of it: a message that must wait puts it back, or the rest would be skipped.
    private void deal(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> messages)
            throws InterruptedException {
        long done = messages.getFirst().offset();
        Instant committed = clock.instant();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            if (stop.isWished()) {
                break;
            }
            if (verdict(message) instanceof Verdict.Later later) {
                backingOff.pause(partition, message.offset(), later.when());
                break;
            }
            done = message.offset() + 1;
            if (committed.plus(COMMIT_AT_LEAST_EVERY).isBefore(clock.instant())) {
                commit(partition, done);
                committed = clock.instant();
            }
        }
        if (done > messages.getFirst().offset()) {
            commit(partition, done);
        }
    }

    /// A bug in dealing with a message must not skip it: it waits and is tried again.
    private Verdict verdict(ConsumerRecord<byte[], byte[]> message) throws InterruptedException {
        Instant soon = clock.instant().plus(AFTER_A_FAILURE);
        try {
            Optional<Verdict.Later> early = processing.early(message);
            if (early.isPresent()) {
                return early.get();
            }
            return stop.within(processing.delay())
                    ? new Verdict.Later(soon)
                    : processing.attempt(message);
        } catch (RuntimeException e) {
            LOG.error("dealing with a message of {} failed", message.topic(), e);
            return new Verdict.Later(soon);
        }
    }

    /// A commit that fails costs a second delivery after the next rebalance, which has no effect.
    private void commit(TopicPartition partition, long offset) {
        try {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)), COMMIT_WITHIN);
        } catch (KafkaException e) {
            LOG.info("could not commit offset {} of {}: {}", offset, partition, e.toString());
        }
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            backingOff.forget(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("assigned {}", partitions);
        }
    }
}
