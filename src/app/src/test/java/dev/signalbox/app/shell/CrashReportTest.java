package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashReportTest {
    @Test
    void theSameBugHasTheSameCodeWhateverItsMessage() {
        assertThat(reportOf(bug("order 1")).code())
                .isEqualTo(reportOf(bug("order 2")).code())
                .matches("SB-[0-9A-Z]{7}");
    }

    @Test
    void anotherBugHasAnotherCode() {
        assertThat(reportOf(bug("x")).code())
                .isNotEqualTo(reportOf(new IllegalArgumentException("x")).code());
    }

    @Test
    void theCauseCountsToo() {
        RuntimeException other = bug("x");
        other.initCause(new IllegalArgumentException("y"));
        assertThat(reportOf(other).code()).isNotEqualTo(reportOf(bug("x")).code());
    }

    @Test
    void secretsAreLeftOutOfTheDetails() {
        String details =
                reportOf(
                                new IllegalStateException(
                                        "sasl.jaas.config=Login required password=\"hunter2\";"
                                                + " token: abc123, http://me:geheim@host/"))
                        .details();
        assertThat(details).doesNotContain("hunter2", "abc123", "geheim").contains("***");
    }

    private static CrashReport reportOf(Throwable thrown) {
        return CrashReport.of(thrown, words -> words);
    }

    private static RuntimeException bug(String message) {
        return new IllegalStateException(message);
    }
}
