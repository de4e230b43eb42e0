package dev.signalbox.kafka;

import dev.signalbox.core.port.Landing;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

/// Sends batches all or nothing, in transactions together with how far they bring the action (KIP-98).
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

    private List<Landing> landings = List.of();

    /// The one under way.
    private @Nullable Transaction transaction;

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
        Optional<Fate.Aborted> refused = add(records);
        return refused.isPresent() ? refused.get() : commit(place);
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

    /// Puts a batch into the transaction that is under way, or into a new one. What it says may be too early: only
    /// [#commit] knows of all.
    ///
    /// @return that the transaction is over, and nothing of it was sent; empty while it can go on
    Optional<Fate.Aborted> add(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            Transaction adding = transaction == null ? Transaction.begin(opened()) : transaction;
            transaction = adding;
            adding.add(records);
            return Optional.empty();
        } catch (ConnectorException e) {
            return Optional.of(new Fate.Aborted(e.problem()));
        } catch (KafkaException e) {
            return Optional.of(aborted(e));
        }
    }

    /// Ends the transaction that is under way.
    ///
    /// @param place how far it brings the action, by partition: past what the one before said
    Fate commit(Map<TopicPartition, Long> place) {
        Transaction open = Objects.requireNonNull(transaction, "nothing is under way");
        try {
            open.place(place, group);
        } catch (KafkaException e) {
            return aborted(e);
        }
        transaction = null;
        landings = List.of();
        try {
            open.commit();
            landings = open.landings();
            return new Fate.Committed();
        } catch (TimeoutException e) {
            return findOut(KafkaProblems.of(e, subject), place);
        } catch (KafkaException e) {
            Problem problem = KafkaProblems.of(open.cause(e), subject);
            // A record was refused, and the client aborts before it asks for the commit; or the
            // answer to the commit itself was bad, and then it does not let us abort.
            return open.abort() ? new Fate.Aborted(problem) : findOut(problem, place);
        }
    }

    /// Nobody has asked for the commit, so nobody will do it: aborted now, or by the broker after its time-out.
    private Fate.Aborted aborted(KafkaException e) {
        Transaction open = transaction;
        transaction = null;
        if (open == null) {
            close();
            return new Fate.Aborted(KafkaProblems.of(e, subject));
        }
        // Looked at before the abort, which refuses what is still waiting.
        Problem problem = KafkaProblems.of(open.cause(e), subject);
        if (!open.abort()) {
            endWhatIsOpen();
        }
        return new Fate.Aborted(problem);
    }

    /// Where the records of the last transaction lie, once it was committed.
    List<Landing> landings() {
        return landings;
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
    ///
    /// @param failure why that is not known
    Fate findOut(Problem failure, Map<TopicPartition, Long> place) {
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
        transaction = null;
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
