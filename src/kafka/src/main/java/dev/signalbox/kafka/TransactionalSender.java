package dev.signalbox.kafka;

import dev.signalbox.core.port.Landing;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends batches all or nothing, each in a transaction together with how far it brings the action (KIP-98).
///
/// Not for a thread that may be interrupted: an interrupt while a commit is on its way would leave its outcome unknown
/// (see [Undisturbed]).
final class TransactionalSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalSender.class);
    private static final int TRANSACTION_TIMEOUT_MILLIS = 60_000;
    private static final int TRIES_TO_FIND_OUT = 3;

    private final Cluster cluster;
    private final ProgressGroup progress;
    private final String subject;
    private final ConsumerGroupMetadata group;

    private Landed landed = new Landed();

    /// None after a failure that its like does not survive.
    private @Nullable Producer<byte[], byte[]> producer;

    private TransactionalSender(
            Cluster cluster,
            ProgressGroup progress,
            String subject,
            ConsumerGroupMetadata group,
            Producer<byte[], byte[]> producer) {
        this.cluster = cluster;
        this.progress = progress;
        this.subject = subject;
        this.group = group;
        this.producer = producer;
    }

    /// Ends whatever an earlier run of the same action left open, and makes sure that run sends nothing any more.
    ///
    /// @param subject the topic that is written to, for the words of a failure
    static TransactionalSender open(Cluster cluster, ProgressGroup progress, String subject)
            throws ConnectorException {
        return new TransactionalSender(
                cluster,
                progress,
                subject,
                metadata(cluster, progress, subject),
                producer(cluster, progress, subject));
    }

    /// A consumer is the one supported way to them. This one never asks a broker for anything.
    private static ConsumerGroupMetadata metadata(
            Cluster cluster, ProgressGroup progress, String subject) throws ConnectorException {
        Map<String, Object> config = cluster.settings().consumer();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, progress.name());
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            return consumer.groupMetadata();
        } catch (KafkaException e) {
            throw KafkaProblems.ofCreation(e, subject);
        }
    }

    private static Producer<byte[], byte[]> producer(
            Cluster cluster, ProgressGroup progress, String subject) throws ConnectorException {
        Map<String, Object> config = cluster.settings().producer();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, progress.name());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
        Producer<byte[], byte[]> producer;
        try {
            producer = new KafkaProducer<>(config);
        } catch (KafkaException e) {
            throw KafkaProblems.ofCreation(e, subject);
        }
        try {
            producer.initTransactions();
            return producer;
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw KafkaProblems.exception(e, subject);
        }
    }

    /// Sends one batch. Takes its time-outs at most; whatever happens, the answer says what is certain.
    ///
    /// @param place how far the batch brings the action, by partition: past what the batch before said
    Fate send(List<ProducerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> place) {
        Producer<byte[], byte[]> open;
        try {
            open = opened();
        } catch (ConnectorException e) {
            return new Fate.Aborted(e.problem());
        }
        AtomicReference<Exception> refused = new AtomicReference<>();
        Landed places = new Landed();
        landed = places;
        try {
            open.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : records) {
                var _ =
                        open.send(
                                record,
                                (where, failure) -> {
                                    if (failure != null) {
                                        refused.compareAndSet(null, failure);
                                    } else {
                                        places.add(where);
                                    }
                                });
            }
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            place.forEach(
                    (partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
            open.sendOffsetsToTransaction(offsets, group);
        } catch (KafkaException e) {
            // Looked at before the abort, which refuses what is still waiting.
            Problem problem = KafkaProblems.of(first(refused, e), subject);
            // Nobody has asked for the commit, so nobody will do it: aborted now, or by the broker
            // after its time-out.
            if (!abort(open)) {
                endWhatIsOpen();
            }
            return new Fate.Aborted(problem);
        }
        return commit(open, refused, place);
    }

    /// Where the records of the last batch lie, once it was committed.
    List<Landing> landings() {
        return landed.places();
    }

    /// Sends a batch again that was not sent; of one in doubt finds out first.
    ///
    /// @param before what became of it the last time
    Fate sendAgain(
            Fate before,
            List<ProducerRecord<byte[], byte[]>> records,
            Map<TopicPartition, Long> place) {
        Fate known =
                before instanceof Fate.InDoubt(Problem problem) ? findOut(problem, place) : before;
        return known instanceof Fate.Aborted ? send(records, place) : known;
    }

    private Fate commit(
            Producer<byte[], byte[]> open,
            AtomicReference<Exception> refused,
            Map<TopicPartition, Long> place) {
        try {
            open.commitTransaction();
            return new Fate.Committed();
        } catch (TimeoutException e) {
            return findOut(KafkaProblems.of(e, subject), place);
        } catch (KafkaException e) {
            Problem problem = KafkaProblems.of(first(refused, e), subject);
            // A record was refused, and the client aborts before it asks for the commit; or the
            // answer to the commit
            // itself was bad, and then it does not let us abort.
            return abort(open) ? new Fate.Aborted(problem) : findOut(problem, place);
        }
    }

    /// Whether the transaction could be aborted. The client refuses that once the commit has been asked for.
    private static boolean abort(Producer<byte[], byte[]> open) {
        try {
            open.abortTransaction();
            return true;
        } catch (KafkaException | IllegalStateException e) {
            return false;
        }
    }

    /// Consumers that read committed messages wait behind an open transaction until the broker aborts it.
    private void endWhatIsOpen() {
        close();
        try {
            opened();
        } catch (ConnectorException e) {
            LOG.warn("A transaction of {} stays open until its time-out", progress.name(), e);
        }
    }

    /// A new producer of the same transactional id makes the broker end the transaction, one way or the other; the progress
    /// that was written in it tells which.
    private Fate findOut(Problem failure, Map<TopicPartition, Long> place) {
        close();
        for (int attempt = 1; attempt <= TRIES_TO_FIND_OUT; attempt++) {
            try {
                opened();
                Map<TopicPartition, Long> written = progress.read(cluster.link());
                boolean committed =
                        place.entrySet().stream()
                                .allMatch(
                                        entry ->
                                                written.getOrDefault(entry.getKey(), -1L)
                                                        >= entry.getValue());
                return committed ? new Fate.Committed() : new Fate.Aborted(failure);
            } catch (ConnectorException e) {
                close();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted where nobody interrupts", e);
            }
        }
        return new Fate.InDoubt(
                KafkaProblems.problem(
                        ProblemKind.TIMEOUT, "send.in-doubt", subject, failure.summary()));
    }

    private static Exception first(AtomicReference<Exception> refused, KafkaException otherwise) {
        Exception cause = refused.get();
        return cause == null ? otherwise : cause;
    }

    private Producer<byte[], byte[]> opened() throws ConnectorException {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = producer(cluster, progress, subject);
            producer = open;
        }
        return open;
    }

    @Override
    public void close() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
