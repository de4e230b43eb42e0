package dev.signalbox.demo.services.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IncidentTest {

    private final Incident incident = new Incident("payment-hangs");

    @Test
    void anIncidentIsOffAtTheStartAndHasNoEffect() {
        assertThat(incident.take()).isFalse();
        assertThat(incident.state()).isEqualTo(new IncidentState("payment-hangs", false, null));
    }

    @Test
    void withoutACountItStaysOn() {
        new IncidentSwitch(true, null).apply(incident);

        for (int i = 0; i < 100; i++) {
            assertThat(incident.take()).isTrue();
        }
        assertThat(incident.state()).isEqualTo(new IncidentState("payment-hangs", true, null));
    }

    @Test
    void withACountItSwitchesItselfOffAfterSoManyEffects() {
        new IncidentSwitch(true, 2).apply(incident);

        assertThat(incident.state().remaining()).isEqualTo(2);
        assertThat(incident.take()).isTrue();
        assertThat(incident.state().remaining()).isEqualTo(1);
        assertThat(incident.take()).isTrue();
        assertThat(incident.isOn()).isFalse();
        assertThat(incident.take()).isFalse();
        assertThat(incident.state().remaining()).isNull();
    }

    @Test
    void switchedOnAgainItCountsAgain() {
        new IncidentSwitch(true, 1).apply(incident);
        new IncidentSwitch(true, 3).apply(incident);

        assertThat(incident.state().remaining()).isEqualTo(3);
    }

    @Test
    void switchedOffItForgetsItsCount() {
        new IncidentSwitch(true, 3).apply(incident);
        new IncidentSwitch(false, null).apply(incident);

        assertThat(incident.state()).isEqualTo(new IncidentState("payment-hangs", false, null));
    }

    @Test
    void aCountBelowOneIsRefused() {
        assertThatThrownBy(() -> new IncidentSwitch(true, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
