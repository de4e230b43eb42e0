package dev.signalbox.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.FakeAdapter;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileDraftTest {
    private static ProfileDraft draft(String name, Map<String, String> settings, String more) {
        return new ProfileDraft(
                name, new FakeAdapter(), Environment.TEST, Access.READ_WRITE, settings, more);
    }

    private static ProfileDraft named(String name) {
        return draft(name, Map.of("bootstrap.servers", " broker:9092 "), "");
    }

    @Test
    void aNameAndWhatIsRequiredHaveToBeThere() {
        assertThat(draft(" ", Map.of("bootstrap.servers", " "), "").complaints()).hasSize(2);
        assertThat(named("Orders").complaints()).isEmpty();
    }

    @Test
    void moreSettingsAreOneALine() {
        ProfileDraft draft =
                draft(
                        "Orders",
                        Map.of("bootstrap.servers", "b:1"),
                        "# comment\n\nsecurity.protocol = SASL_SSL\nssl.endpoint=a=b\n");
        assertThat(draft.complaints()).isEmpty();
        assertThat(draft.toProfile(Set.of()).settings())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.endpoint", "a=b");
        assertThat(draft("Orders", Map.of("bootstrap.servers", "b:1"), "nonsense").complaints())
                .hasSize(1);
    }

    @Test
    void theIdIsMadeOfTheNameAndTakenOnce() {
        Profile profile = named(" Orders, Staging! ").toProfile(Set.of());
        assertThat(profile.id()).isEqualTo("orders-staging");
        assertThat(profile.name()).isEqualTo("Orders, Staging!");
        assertThat(profile.settings()).containsEntry("bootstrap.servers", "broker:9092");
        assertThat(named("Orders").toProfile(Set.of("orders", "orders-2")).id())
                .isEqualTo("orders-3");
    }

    @Test
    void aNameInAnotherAlphabetGetsAnIdToo() {
        assertThat(named("订单").toProfile(Set.of()).id()).isEqualTo("kafka");
    }

    @Test
    void emptySettingsAreLeftOut() {
        assertThat(
                        draft("x", Map.of("bootstrap.servers", "b:1", "sasl.jaas.config", " "), "")
                                .toProfile(Set.of())
                                .settings())
                .containsOnlyKeys("bootstrap.servers");
    }
}
