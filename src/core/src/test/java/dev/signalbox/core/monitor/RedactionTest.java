package dev.signalbox.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void aSecretIsTakenOutWhereverItStands() {
        Redaction redaction = new Redaction(Set.of("hunter2", "hunter2-more"));

        assertThat(redaction.of("xhunter2x, password=hunter2-more"))
                .isEqualTo("x***x, password=***");
    }

    @Test
    void aShortSecretIsTakenOutWhereItStandsByItself() {
        Redaction redaction = new Redaction(Set.of("abc", "7", "a$"));

        assertThat(redaction.of("password=\"abc\" of abcd on 7:7 70, a$."))
                .isEqualTo("password=\"***\" of abcd on ***:*** 70, ***.");
    }

    @Test
    void nothingIsNoSecret() {
        assertThat(new Redaction(Set.of("", " ")).isEmpty()).isTrue();
    }
}
