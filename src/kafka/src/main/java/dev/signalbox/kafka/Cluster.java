package dev.signalbox.kafka;

import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// What every action needs to know of the cluster it acts on.
///
/// @param batch how much goes into one transaction or one batch of a backup
/// @param watch how long another replay of the same topic is watched for whether it gets on
record Cluster(
        AdminLink link,
        KafkaSettings settings,
        KafkaBrowser browser,
        Clock clock,
        Batch batch,
        Duration watch) {

    /// @param messages at most so many
    /// @param bytes at most so many, but for a single message that is larger
    /// @param perTransaction how many batches of a replay at most are committed together
    record Batch(int messages, long bytes, int perTransaction) {
        static final Batch USUAL = new Batch(4_000, 4 * 1024 * 1024, 25);

        /// Each committed by itself.
        Batch(int messages, long bytes) {
            this(messages, bytes, 1);
        }
    }

    Cluster(AdminLink link, KafkaSettings settings, Clock clock, Batch batch, Duration watch) {
        this(link, settings, new KafkaBrowser(link, settings), clock, batch, watch);
    }

    String id() throws ConnectorException, InterruptedException {
        return link.await(link.admin().describeCluster().clusterId());
    }

    /// @throws ConnectorException `CONFLICT` when the plan was made on another cluster
    void checkMadeHere(Plan plan) throws ConnectorException, InterruptedException {
        String here = id();
        if (!here.equals(plan.clusterId())) {
            throw KafkaProblems.exception(
                    ProblemKind.CONFLICT, "plan.other-cluster", plan.clusterId(), here);
        }
    }

    /// A topic with its settings; empty where there is none of that name.
    Optional<Target> target(String topic) throws ConnectorException, InterruptedException {
        try {
            TopicDescription description = TopicExtent.describe(link, topic);
            return Optional.of(
                    new Target(
                            topic,
                            description.partitions().size(),
                            description.isInternal(),
                            new TopicConfig(Inspector.config(link, topic))));
        } catch (ConnectorException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// A topic that messages are to be written to.
    ///
    /// @throws ConnectorException `NOT_FOUND` without it; `UNSUPPORTED` where it is the broker's own
    Target writable(String topic) throws ConnectorException, InterruptedException {
        Target target =
                target(topic)
                        .orElseThrow(
                                () ->
                                        KafkaProblems.exception(
                                                ProblemKind.NOT_FOUND, "topic.missing", topic));
        if (target.internal()) {
            throw KafkaProblems.exception(ProblemKind.UNSUPPORTED, "topic.internal", topic);
        }
        return target;
    }
}
