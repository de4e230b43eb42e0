package dev.signalbox.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.testing.RabbitSamples;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static List<Need> needsOf(ConnectionState... states) {
        return Needs.of(List.of(states), Samples.NOW);
    }

    @Test
    void whatKeepsUpNeedsNobody() {
        assertThat(needsOf(Samples.broker()))
                .extracting(Need::title)
                .noneMatch(title -> title.contains("payment") || title.contains("clicks"));
    }

    @Test
    void dangerComesBeforeWarning() {
        List<Need> needs = needsOf(Samples.broker(), Samples.coordinator());
        List<Tone> tones = needs.stream().map(Need::tone).toList();
        assertThat(tones).containsOnly(Tone.DANGER, Tone.WARNING);
        assertThat(tones.lastIndexOf(Tone.DANGER)).isLessThan(tones.indexOf(Tone.WARNING));
    }

    @Test
    void anAlarmOfANodeComesFirstAndLeadsToTheServers() {
        Need need = needsOf(RabbitSamples.nodeInAlarm()).getFirst();

        assertThat(need.kind()).isEqualTo(Need.Kind.ALARM);
        assertThat(need.tone()).isEqualTo(Tone.DANGER);
        assertThat(need.title()).contains("disk alarm");
        assertThat(need.detail()).isEqualTo("Free space on its disk.");
        assertThat(need.to().orElseThrow().feature()).isEqualTo(FeatureId.SERVERS);
    }

    @Test
    void aGroupThatStandsStillLeadsToIt() {
        Need need = find(Need.Kind.GROUP, "warehouse-export", Samples.broker());
        assertThat(need.tone()).isEqualTo(Tone.DANGER);
        assertThat(need.to())
                .hasValueSatisfying(
                        target -> {
                            assertThat(target.feature()).isEqualTo(FeatureId.CONSUMERS);
                            assertThat(target.focus().subject()).isEqualTo("warehouse-export");
                        });
    }

    @Test
    void deadLettersThatKeepArrivingAreWorseThanThoseThatLieThere() {
        assertThat(find(Need.Kind.DEAD_LETTERS, "orders-dlt", Samples.broker()).tone())
                .isEqualTo(Tone.DANGER);
        ConnectionState still =
                Samples.live(
                        Samples.kafka(Environment.TEST),
                        Samples.brokerSnapshot(),
                        Derived.nothing());
        assertThat(find(Need.Kind.DEAD_LETTERS, "orders-dlt", still).tone())
                .isEqualTo(Tone.WARNING);
    }

    @Test
    void aYoungTransactionIsLeftAloneAndOneThatRetriesForLongIsNot() {
        List<Need> needs =
                needsOf(Samples.coordinator()).stream()
                        .filter(need -> need.kind() == Need.Kind.TRANSACTION)
                        .toList();
        assertThat(needs).hasSize(2);
        assertThat(needs.getFirst().tone()).isEqualTo(Tone.DANGER);
        assertThat(needs.getFirst().key()).endsWith("927711");
        assertThat(needs.getLast().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void aLostConnectionComesFirstAndSaysWhenItWasSeenLast() {
        Need first = needsOf(Samples.coordinator(), Samples.stale(Samples.broker())).getFirst();
        assertThat(first.kind()).isEqualTo(Need.Kind.CONNECTION);
        assertThat(first.detail()).contains("does not answer").contains("2 s ago");
        assertThat(first.to()).isEmpty();
    }

    @Test
    void allPartitionsThatLackReplicasAreOneNeed() {
        assertThat(needsOf(Samples.broker()))
                .filteredOn(need -> need.kind() == Need.Kind.PARTITIONS)
                .singleElement()
                .satisfies(need -> assertThat(need.weight()).isEqualTo(13));
    }

    @Test
    void theSameThingKeepsItsKeyInTheNextSnapshot() {
        assertThat(needsOf(Samples.broker()))
                .extracting(Need::key)
                .doesNotHaveDuplicates()
                .isEqualTo(
                        Needs.of(List.of(Samples.broker()), Samples.NOW.plusSeconds(5)).stream()
                                .map(Need::key)
                                .toList());
    }

    private static Need find(Need.Kind kind, String subject, ConnectionState state) {
        return needsOf(state).stream()
                .filter(need -> need.kind() == kind && need.key().endsWith("/" + subject))
                .findFirst()
                .orElseThrow();
    }
}
