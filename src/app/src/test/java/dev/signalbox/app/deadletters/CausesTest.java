package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a letter died of, in one line.
class CausesTest {
    @Test
    void aReasonWithoutWordsStandsAlone() {
        assertThat(Causes.said("rejected", "")).isEqualTo("rejected");
    }

    @Test
    void wordsWithoutAClassStandAlone() {
        assertThat(Causes.said("", "No rate for XTS")).isEqualTo("No rate for XTS");
    }

    @Test
    void aClassIsFollowedByWhatItSays() {
        assertThat(Causes.said("NoRate", "No rate for XTS")).isEqualTo("NoRate: No rate for XTS");
    }
}
