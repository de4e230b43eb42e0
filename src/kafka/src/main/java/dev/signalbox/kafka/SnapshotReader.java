package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/// Reads the whole picture of a cluster.
///
/// Two rounds of questions once it is warm: what is there; and then, all at once, the offsets of every partition and the
/// commits of every group. Never a request for one topic or one group. A third round only for what is new.
final class SnapshotReader {
    /// More than anybody reads; the last one says how many there are.
    private static final int GAPS_SHOWN = 50;

    private final AdminLink link;
    private final Clock clock;
    private final TopicReader topicReader;
    private final OffsetReader offsetReader;
    private final GroupReader groupReader;
    private final DiskReader diskReader;
    private final DeadLetterRules rules;

    SnapshotReader(AdminLink link, Clock clock, DeadLetterRules rules) {
        this.link = link;
        this.rules = rules;
        this.clock = clock;
        this.topicReader = new TopicReader(link);
        this.offsetReader = new OffsetReader(link);
        this.groupReader = new GroupReader(link);
        this.diskReader = new DiskReader(link);
    }

    /// What there is, by name only.
    private record Listed(
            String clusterId,
            Collection<Node> nodes,
            Map<String, TopicListing> topics,
            List<GroupListing> groups,
            List<Problem> gaps) {}

    Snapshot read() throws ConnectorException, InterruptedException {
        Instant takenAt = clock.instant();
        long began = System.nanoTime();
        Admin admin = link.admin();

        Listed listed = list(admin);
        Topics known = topicReader.known(listed.topics);
        OffsetReader.Pending knownOffsets = offsetReader.ask(admin, known.ledPartitions());
        TopicReader.Pending descriptions = topicReader.ask(admin, listed.topics, known);
        GroupReader.Pending pendingCommits = groupReader.ask(admin, listed.groups);
        DiskReader.Pending sizes = diskReader.ask(admin, listed.nodes, takenAt);

        Topics topics = descriptions.await();
        OffsetReader.Pending newOffsets = offsetReader.ask(admin, added(known, topics));
        Offsets offsets = knownOffsets.await().with(newOffsets.await());
        Commits commits = pendingCommits.await();
        offsets = offsets.with(offsetReader.askEnds(admin, Groups.past(commits, offsets)).await());
        sizes.await();

        Destinations destinations = new Destinations(topics, offsets, diskReader, rules);
        List<Problem> gaps = new ArrayList<>(listed.gaps);
        List<Problem> topicGaps = destinations.gaps();
        gaps.addAll(topicGaps);
        gaps.addAll(commits.failures().values());
        if (!topicGaps.isEmpty()) {
            topicReader.distrust();
        }
        return new Snapshot(
                takenAt,
                Duration.ofNanos(System.nanoTime() - began),
                server(listed),
                destinations.all(),
                groups(commits, offsets),
                List.of(),
                Capabilities.all(),
                shortened(gaps));
    }

    private Listed list(Admin admin) throws ConnectorException, InterruptedException {
        var cluster = admin.describeCluster();
        KafkaFuture<Map<String, TopicListing>> topics =
                admin.listTopics(new ListTopicsOptions().listInternal(true)).namesToListings();
        var groups = admin.listGroups();
        return new Listed(
                link.await(cluster.clusterId()),
                link.await(cluster.nodes()),
                link.await(topics),
                GroupReader.foreign(link.await(groups.valid())),
                link.await(groups.errors()).stream()
                        .map(failure -> KafkaProblems.of(failure, KafkaTexts.get("gap.groups")))
                        .toList());
    }

    private static Set<TopicPartition> added(Topics known, Topics now) {
        Set<TopicPartition> added = new HashSet<>(now.ledPartitions());
        known.ledPartitions().forEach(added::remove);
        return added;
    }

    private static ServerInfo server(Listed listed) {
        // Brokers do not tell their version.
        return new ServerInfo(
                "Apache Kafka",
                "",
                listed.clusterId,
                listed.nodes.stream()
                        .sorted(Comparator.comparingInt(Node::id))
                        .map(node -> node.host() + ":" + node.port())
                        .toList());
    }

    private static List<ConsumerGroup> groups(Commits commits, Offsets offsets) {
        return commits.groups().stream()
                .sorted(Comparator.comparing(GroupListing::groupId))
                .map(
                        listing ->
                                Groups.group(
                                        listing,
                                        commits.byGroup().getOrDefault(listing.groupId(), Map.of()),
                                        offsets))
                .toList();
    }

    private static List<Problem> shortened(List<Problem> gaps) {
        if (gaps.size() <= GAPS_SHOWN) {
            return gaps;
        }
        List<Problem> some = new ArrayList<>(gaps.subList(0, GAPS_SHOWN));
        some.add(
                KafkaProblems.problem(
                        gaps.get(GAPS_SHOWN).kind(), "gap.more", gaps.size() - GAPS_SHOWN));
        return some;
    }
}
