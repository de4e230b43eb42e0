package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What cannot be read of a topic is missing and told; it never looks like nothing.
class DestinationsTest {
    private static final Node NODE = new Node(1, "host", 9092);

    private AdminLink link;

    @BeforeEach
    void link() throws Exception {
        link = new AdminLink(KafkaSettings.of(Map.of("bootstrap.servers", "host:9092")));
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void aPartitionWithoutALeaderMakesTheTopicsFigureUnknown() {
        Destinations destinations =
                destinations(
                        topic("orders", partition(0, NODE), partition(1, Node.noNode())),
                        offsets("orders", 0, 5, 9));

        Destination orders = destinations.all().getFirst();
        assertThat(orders.retained()).isInstanceOf(Reading.Unknown.class);
        assertThat(orders.partitions().get(0).endOffset()).isEqualTo(Reading.of(9));
        assertThat(orders.partitions().get(1).leader()).isEmpty();
        assertThat(destinations.gaps())
                .singleElement()
                .satisfies(
                        gap -> {
                            assertThat(gap.kind()).isEqualTo(ProblemKind.UNREACHABLE);
                            assertThat(gap.summary()).contains("orders").contains("[1]");
                        });
    }

    @Test
    void offsetsThatWereNotAnsweredAreAGapWithTheReason() {
        TopicPartition key = new TopicPartition("orders", 0);
        Offsets unanswered =
                new Offsets(
                        Map.of(key, Reading.of(0)), Map.of(key, Reading.unknown("went to sleep")));

        Destinations destinations = destinations(topic("orders", partition(0, NODE)), unanswered);

        assertThat(destinations.all().getFirst().retained())
                .isEqualTo(Reading.unknown("went to sleep"));
        assertThat(destinations.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.summary()).contains("went to sleep"));
    }

    @Test
    void aWholeTopicHasNoGap() {
        Destinations destinations =
                destinations(topic("orders", partition(0, NODE)), offsets("orders", 0, 5, 9));

        assertThat(destinations.all().getFirst().retained()).isEqualTo(Reading.of(4));
        assertThat(destinations.all().getFirst().bytes()).isInstanceOf(Reading.Unknown.class);
        assertThat(destinations.gaps()).isEmpty();
    }

    private Destinations destinations(TopicDescription topic, Offsets offsets) {
        return new Destinations(
                new Topics(Map.of(topic.name(), topic), List.of()),
                offsets,
                new DiskReader(link),
                DeadLetterRules.USUAL);
    }

    private static TopicDescription topic(String name, TopicPartitionInfo... partitions) {
        return new TopicDescription(name, false, List.of(partitions));
    }

    private static TopicPartitionInfo partition(int index, Node leader) {
        return new TopicPartitionInfo(index, leader, List.of(NODE), List.of(NODE));
    }

    private static Offsets offsets(String topic, int partition, long start, long end) {
        TopicPartition key = new TopicPartition(topic, partition);
        return new Offsets(Map.of(key, Reading.of(start)), Map.of(key, Reading.of(end)));
    }
}
