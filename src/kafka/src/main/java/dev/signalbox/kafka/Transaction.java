package dev.signalbox.kafka;

import dev.signalbox.core.port.Landing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// A transaction that records are added to while those before them are on their way.
final class Transaction {
    /// Batches that the broker has not taken yet. Enough that it never waits for the next, and no more: they are in memory.
    private static final int ON_THEIR_WAY = 3;

    private final Producer<byte[], byte[]> producer;
    private final Semaphore free = new Semaphore(ON_THEIR_WAY);
    private final AtomicReference<Exception> refused = new AtomicReference<>();
    private final Landed landed = new Landed();

    private Transaction(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /// @throws KafkaException when the producer is of no use any more
    static Transaction begin(Producer<byte[], byte[]> producer) {
        producer.beginTransaction();
        return new Transaction(producer);
    }

    /// Waits while too much is on its way; the producer's time-outs end that.
    ///
    /// @throws KafkaException when it cannot be committed any more
    void add(List<ProducerRecord<byte[], byte[]>> records) {
        free.acquireUninterruptibly();
        AtomicInteger left = new AtomicInteger(records.size());
        Callback told = (where, failure) -> answered(where, failure, left);
        for (ProducerRecord<byte[], byte[]> record : records) {
            // Each would wait its whole time for a broker that is away.
            if (refused.get() != null) {
                throw new KafkaException("one before it was refused", refused.get());
            }
            var _ = producer.send(record, told);
        }
    }

    /// On the producer's own thread, most often.
    private void answered(RecordMetadata where, Exception failure, AtomicInteger left) {
        if (failure == null) {
            landed.add(where);
        } else {
            refused.compareAndSet(null, failure);
        }
        if (left.decrementAndGet() == 0) {
            free.release();
        }
    }

    /// Adds how far the records bring the action.
    void place(Map<TopicPartition, Long> place, ConsumerGroupMetadata group) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        place.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        producer.sendOffsetsToTransaction(offsets, group);
    }

    void commit() {
        producer.commitTransaction();
    }

    /// Whether it could be aborted. The client refuses that once the commit has been asked for.
    boolean abort() {
        try {
            producer.abortTransaction();
            return true;
        } catch (KafkaException | IllegalStateException e) {
            return false;
        }
    }

    /// Why the broker refused a record, if it did: that is the cause of whatever came after.
    Exception cause(KafkaException otherwise) {
        Exception cause = refused.get();
        return cause == null ? otherwise : cause;
    }

    /// Where the records lie, as far as the broker has taken them.
    List<Landing> landings() {
        return landed.places();
    }
}
