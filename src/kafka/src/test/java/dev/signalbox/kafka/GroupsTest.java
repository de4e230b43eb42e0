package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

    private final Offsets offsets =
            new Offsets(Map.of(PARTITION, Reading.of(100)), Map.of(PARTITION, Reading.of(150)));

    @Test
    void lagIsTheDistanceToTheEnd() {
        assertThat(lag(Commit.of(new OffsetAndMetadata(120)), offsets)).isEqualTo(Reading.of(30));
        assertThat(lag(Commit.of(new OffsetAndMetadata(150)), offsets)).isEqualTo(Reading.of(0));
    }

    @Test
    void lagBehindTheStartCountsWhatIsStillThereAndSaysSo() {
        Reading lag = lag(Commit.of(new OffsetAndMetadata(90)), offsets);

        assertThat(lag)
                .isInstanceOfSatisfying(
                        Reading.Estimate.class,
                        estimate -> {
                            assertThat(estimate.amount()).isEqualTo(50);
                            assertThat(estimate.basis()).contains("10");
                        });
    }

    @Test
    void aCommitPastTheEndHasNoLagThatIsKnown() {
        assertThat(lag(Commit.of(new OffsetAndMetadata(151)), offsets))
                .isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void withoutAnEndTheLagIsNotKnown() {
        assertThat(lag(Commit.of(new OffsetAndMetadata(5)), Offsets.NONE))
                .isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void withoutAStartTheLagIsTheDistance() {
        Offsets noStart = new Offsets(Map.of(), Map.of(PARTITION, Reading.of(150)));

        assertThat(lag(Commit.of(new OffsetAndMetadata(120)), noStart)).isEqualTo(Reading.of(30));
    }

    @Test
    void aShareGroupsLagIsItsCoordinatorsCount() {
        Commit commit =
                Commit.of(new SharePartitionOffsetInfo(7, Optional.empty(), Optional.of(12L)));

        assertThat(lag(commit, offsets)).isEqualTo(Reading.of(12));
    }

    @Test
    void aShareGroupThatHasNotStartedIsNotKnown() {
        Commit commit =
                Commit.of(new SharePartitionOffsetInfo(-1, Optional.empty(), Optional.empty()));

        ConsumerGroup.Position position = position(commit, offsets);

        assertThat(position.committed()).isInstanceOf(Reading.Unknown.class);
        assertThat(position.lag()).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void findsCommitsThatArePastTheEndAsRead() {
        Commits commits =
                new Commits(
                        List.of(),
                        Map.of(
                                "ahead",
                                        Map.of(
                                                PARTITION,
                                                new Commit(151, OptionalLong.empty(), "")),
                                "behind",
                                        Map.of(PARTITION, new Commit(3, OptionalLong.empty(), ""))),
                        Map.of());

        assertThat(Groups.past(commits, offsets)).containsExactly(PARTITION);
    }

    @ParameterizedTest
    @CsvSource({
        "STABLE,STABLE",
        "PREPARING_REBALANCE,REBALANCING",
        "RECONCILING,REBALANCING",
        "EMPTY,EMPTY",
        "DEAD,DEAD"
    })
    void translatesStates(String kafkas, GroupState ours) {
        GroupListing listing = listing(org.apache.kafka.common.GroupState.valueOf(kafkas));

        assertThat(Groups.group(listing, Map.of(), offsets).state()).isEqualTo(ours);
    }

    @Test
    void anOldBrokersGroupIsClassicOfUnknownState() {
        GroupListing listing =
                new GroupListing("g", Optional.empty(), "consumer", Optional.empty());

        ConsumerGroup group = Groups.group(listing, Map.of(), offsets);

        assertThat(group.type()).isEqualTo(GroupType.CLASSIC);
        assertThat(group.state()).isEqualTo(GroupState.UNKNOWN);
        assertThat(group.totalLag()).isEmpty();
    }

    private static Reading lag(Commit commit, Offsets offsets) {
        return position(commit, offsets).lag();
    }

    private static ConsumerGroup.Position position(Commit commit, Offsets offsets) {
        return Groups.group(
                        listing(org.apache.kafka.common.GroupState.STABLE),
                        Map.of(PARTITION, commit),
                        offsets)
                .positions()
                .getFirst();
    }

    private static GroupListing listing(org.apache.kafka.common.GroupState state) {
        return new GroupListing(
                "g",
                Optional.of(org.apache.kafka.common.GroupType.CONSUMER),
                "consumer",
                Optional.of(state));
    }
}
