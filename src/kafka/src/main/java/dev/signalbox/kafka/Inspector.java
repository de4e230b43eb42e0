package dev.signalbox.kafka;

import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Details.GroupDetails;
import dev.signalbox.core.port.Details.Member;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/// Reads what is shown only of the one thing that is open.
final class Inspector {
    private static final Comparator<Member> ORDER =
            Comparator.comparing(Member::client).thenComparing(Member::id);

    private final AdminLink link;

    Inspector(AdminLink link) {
        this.link = link;
    }

    Details inspect(Subject subject) throws ConnectorException, InterruptedException {
        return switch (subject) {
            case Subject.OfGroup(String group) -> group(group);
            case Subject.OfDestination(String topic) ->
                    new Details.DestinationDetails(settings(topic));
            case Subject.OfServer() -> new Details.ServerDetails(List.of(nodes()));
        };
    }

    private Details.Sheet nodes() throws ConnectorException, InterruptedException {
        DescribeClusterResult cluster = link.admin().describeCluster();
        Node controller = link.await(cluster.controller());
        return new Details.Sheet(
                KafkaTexts.get("sheet.nodes"),
                List.of(
                        KafkaTexts.get("sheet.node"),
                        KafkaTexts.get("sheet.address"),
                        KafkaTexts.get("sheet.rack"),
                        KafkaTexts.get("sheet.controller")),
                link.await(cluster.nodes()).stream()
                        .sorted(Comparator.comparingInt(Node::id))
                        .map(
                                node ->
                                        List.of(
                                                node.idString(),
                                                node.host() + ":" + node.port(),
                                                node.hasRack() ? node.rack() : "",
                                                controller != null && node.id() == controller.id()
                                                        ? KafkaTexts.get("sheet.yes")
                                                        : ""))
                        .toList(),
                Optional.empty());
    }

    /// The settings that were made for this topic; the others are the broker's.
    private Map<String, String> settings(String topic)
            throws ConnectorException, InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        for (ConfigEntry entry : config(link, topic).entries()) {
            if (entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                settings.put(
                        entry.name(),
                        entry.isSensitive() ? KafkaTexts.get("config.hidden") : entry.value());
            }
        }
        return settings;
    }

    /// All settings in force for a topic.
    static Config config(AdminLink link, String topic)
            throws ConnectorException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return link.await(
                link.admin().describeConfigs(List.of(resource)).values(), resource, topic);
    }

    private GroupDetails group(String id) throws ConnectorException, InterruptedException {
        Admin admin = link.admin();
        GroupListing listing =
                link.await(admin.listGroups().valid()).stream()
                        .filter(each -> each.groupId().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        KafkaProblems.exception(
                                                ProblemKind.NOT_FOUND, "group.missing", id));
        List<String> ids = List.of(id);
        GroupType type = listing.type().orElse(GroupType.CLASSIC);
        return switch (type) {
            case SHARE ->
                    details(link.await(admin.describeShareGroups(ids).describedGroups(), id, id));
            case STREAMS ->
                    details(link.await(admin.describeStreamsGroups(ids).describedGroups(), id, id));
            case CLASSIC, CONSUMER, UNKNOWN ->
                    isConsumers(listing)
                            ? details(
                                    link.await(
                                            admin.describeConsumerGroups(ids).describedGroups(),
                                            id,
                                            id))
                            : details(
                                    link.await(
                                            admin.describeClassicGroups(ids).describedGroups(),
                                            id,
                                            id));
        };
    }

    /// Others use the classic protocol too, such as Kafka Connect's workers, and assign something else than partitions.
    private static boolean isConsumers(GroupListing listing) {
        return listing.protocol().isEmpty() || listing.protocol().equals("consumer");
    }

    private static GroupDetails details(ConsumerGroupDescription group) {
        return details(group.coordinator(), members(group.members()));
    }

    private static GroupDetails details(ClassicGroupDescription group) {
        return details(group.coordinator(), members(group.members()));
    }

    private static GroupDetails details(ShareGroupDescription group) {
        return details(
                group.coordinator(),
                group.members().stream()
                        .map(
                                member ->
                                        new Member(
                                                member.consumerId(),
                                                member.clientId(),
                                                host(member.host()),
                                                names(member.assignment().topicPartitions())))
                        .toList());
    }

    private static GroupDetails details(StreamsGroupDescription group) {
        return details(
                group.coordinator(),
                group.members().stream()
                        .map(
                                member ->
                                        new Member(
                                                member.memberId(),
                                                member.clientId(),
                                                host(member.clientHost()),
                                                List.of()))
                        .toList());
    }

    private static GroupDetails details(Node coordinator, List<Member> members) {
        return new GroupDetails(
                coordinator.host() + ":" + coordinator.port(),
                members.stream().sorted(ORDER).toList());
    }

    private static List<Member> members(Collection<MemberDescription> members) {
        return members.stream()
                .map(
                        member ->
                                new Member(
                                        member.consumerId(),
                                        member.clientId(),
                                        host(member.host()),
                                        names(member.assignment().topicPartitions())))
                .toList();
    }

    /// Kafka tells `/10.0.0.7`, as Java writes an address without a name.
    private static String host(String host) {
        return host.startsWith("/") ? host.substring(1) : host;
    }

    private static List<String> names(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .sorted(
                        Comparator.comparing(TopicPartition::topic)
                                .thenComparingInt(TopicPartition::partition))
                .map(TopicPartition::toString)
                .toList();
    }
}
