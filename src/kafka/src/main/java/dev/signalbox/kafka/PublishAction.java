package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Action.PublishMessage;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/// Sends one message. Needs WRITE on the topic.
final class PublishAction {
    private final Cluster cluster;

    PublishAction(Cluster cluster) {
        this.cluster = cluster;
    }

    Plan plan(PublishMessage publish) throws ConnectorException, InterruptedException {
        PlanDraft draft = new PlanDraft(cluster.id(), cluster.clock().instant(), KafkaTexts::get);
        Target target = cluster.writable(publish.target());
        Message message = message(publish);
        check(publish, target, message);
        String place =
                publish.partition().isPresent()
                        ? KafkaTexts.get(
                                "publish.step-partition",
                                target.topic(),
                                publish.partition().getAsInt())
                        : KafkaTexts.get("publish.step", target.topic());
        draft.step(place, 1);
        draft.show(message);
        if (target.config().compacted()) {
            if (publish.value() == null) {
                draft.danger("publish-tombstone", target.topic());
            } else {
                draft.warning("publish-compacted", target.topic());
            }
        }
        Readers.read(cluster).tell(draft, target.topic());
        return draft.plan(
                publish,
                new Effect(Unit.MESSAGES, 1, true, OptionalLong.of(message.size())),
                Reversal.NOT_NEEDED);
    }

    private static void check(PublishMessage publish, Target target, Message message)
            throws ConnectorException {
        if (!publish.properties().isEmpty()) {
            throw KafkaProblems.exception(ProblemKind.INVALID, "publish.properties");
        }
        if (publish.partition().isPresent() && !target.has(publish.partition().getAsInt())) {
            throw KafkaProblems.exception(
                    ProblemKind.NOT_FOUND,
                    "publish.no-partition",
                    target.topic(),
                    publish.partition().getAsInt());
        }
        if (target.config().compacted() && publish.key() == null) {
            throw KafkaProblems.exception(ProblemKind.INVALID, "publish.no-key", target.topic());
        }
        if (!target.config().takes(message.size())) {
            throw KafkaProblems.exception(
                    ProblemKind.INVALID, "publish.too-large", target.topic(), message.size());
        }
    }

    private static Message message(PublishMessage publish) {
        return new Message(
                new MessageId(publish.target(), publish.partition().orElse(0), 0),
                null,
                TimestampType.NONE,
                publish.key(),
                publish.value(),
                publish.headers());
    }

    Outcome execute(PublishMessage publish) throws ConnectorException {
        RecordMetadata placed = Undisturbed.run(() -> send(publish));
        return new Outcome(
                Result.SUCCEEDED,
                1,
                List.of(
                        new StepOutcome(
                                KafkaTexts.get(
                                        "publish.done",
                                        new MessageId(
                                                placed.topic(),
                                                placed.partition(),
                                                placed.offset())),
                                1,
                                Optional.empty())),
                Optional.empty());
    }

    private RecordMetadata send(PublishMessage publish)
            throws ConnectorException, InterruptedException {
        Integer partition = publish.partition().isPresent() ? publish.partition().getAsInt() : null;
        Producer<byte[], byte[]> producer = producer(publish.target());
        try {
            return producer.send(
                            Records.record(
                                    publish.target(),
                                    partition,
                                    cluster.clock().instant(),
                                    publish.key(),
                                    publish.value(),
                                    publish.headers()))
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                // It was sent and no answer came: the broker may have it.
                throw new ConnectorException(
                        KafkaProblems.problem(
                                ProblemKind.TIMEOUT, "publish.in-doubt", publish.target()),
                        e);
            }
            throw KafkaProblems.exception(e, publish.target());
        } catch (KafkaException e) {
            throw KafkaProblems.exception(e, publish.target());
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private Producer<byte[], byte[]> producer(String topic) throws ConnectorException {
        try {
            return new KafkaProducer<>(cluster.settings().producer());
        } catch (KafkaException e) {
            throw KafkaProblems.ofCreation(e, topic);
        }
    }
}
