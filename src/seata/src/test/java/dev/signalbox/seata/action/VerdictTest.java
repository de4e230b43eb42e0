package dev.signalbox.seata.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.seata.action.Evidence.Look;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What may be said when. An answer of `-` has not come yet, one of `lost` never will; a console of `gone` does not
/// list the transaction, one of `?` cannot be read.
class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        // answer, console, verdict
        "ROLLBACKED, gone, DONE",
        "ROLLBACKED, ROLLBACKED, DONE",
        "ROLLBACKED, ROLLBACKING, DONE",
        "ROLLBACKED, ?, DONE",
        "TIMEOUT_ROLLBACKED, gone, DONE",
        "-, ROLLBACKED, DONE",
        "-, TIMEOUT_ROLLBACKED, DONE",
        "lost, ROLLBACKED, DONE",
        "ROLLBACK_RETRYING, gone, CLEARED",
        "ROLLBACKING, gone, CLEARED",
        "-, ROLLBACKING, OPEN",
        "-, BEGIN, OPEN",
        "-, gone, OPEN",
        "-, ?, OPEN",
        "lost, BEGIN, OPEN",
        "lost, ROLLBACK_RETRYING, OPEN",
        "lost, ?, OPEN",
        "ROLLBACK_RETRYING, ROLLBACK_RETRYING, OPEN",
        "ROLLBACK_RETRYING, ?, OPEN",
        "ROLLBACK_FAILED, ROLLBACK_FAILED, FAILED",
        "ROLLBACK_FAILED, ?, FAILED",
        "-, TIMEOUT_ROLLBACK_FAILED, FAILED",
        "-, ROLLBACK_RETRY_TIMEOUT, FAILED",
        "-, STOP_ROLLBACK_RETRY, FAILED",
        "-, DELETING, FAILED",
        "COMMITTED, gone, OVERTAKEN",
        "ASYNC_COMMITTING, ASYNC_COMMITTING, OVERTAKEN",
        "-, COMMITTING, OVERTAKEN",
        "lost, COMMIT_FAILED, OVERTAKEN",
        "FINISHED, gone, ENDED_BEFORE",
        "FINISHED, ?, ENDED_BEFORE",
        "lost, gone, UNKNOWN",
        "BEGIN, BEGIN, REFUSED",
        "BEGIN, ?, REFUSED",
        "BEGIN, gone, UNKNOWN",
    })
    void ofARollBack(String answer, String console, Verdict verdict) {
        assertThat(Verdict.of(Ending.ROLLBACK, evidence(answer, console, false)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMITTED, gone, DONE",
        "COMMITTED, COMMITTING, DONE",
        "COMMITTED, ASYNC_COMMITTING, DONE",
        "-, ASYNC_COMMITTING, DONE",
        "-, COMMITTED, DONE",
        "COMMIT_RETRYING, gone, CLEARED",
        "COMMIT_RETRYING, COMMIT_RETRYING, OPEN",
        "COMMIT_FAILED, COMMIT_FAILED, FAILED",
        "-, COMMIT_RETRY_TIMEOUT, FAILED",
        "-, STOP_COMMIT_RETRY, FAILED",
        "TIMEOUT_ROLLBACKING, BEGIN, OVERTAKEN",
        "TIMEOUT_ROLLBACKING, TIMEOUT_ROLLBACKING, OVERTAKEN",
        "TIMEOUT_ROLLBACKING, gone, OVERTAKEN",
        "-, ROLLBACK_FAILED, OVERTAKEN",
        "FINISHED, gone, ENDED_BEFORE",
        "lost, gone, UNKNOWN",
    })
    void ofACommit(String answer, String console, Verdict verdict) {
        assertThat(Verdict.of(Ending.COMMIT, evidence(answer, console, false))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void whatWasSeenUnderWayAndIsGoneHasEndedThatWayAlsoWithoutAnAnswer(Ending ending) {
        assertThat(Verdict.of(ending, evidence("lost", "gone", true))).isEqualTo(Verdict.CLEARED);
        assertThat(Verdict.of(ending, evidence("-", "gone", true))).isEqualTo(Verdict.CLEARED);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void aFinishedTransactionIsNeverASuccessByItself(Ending ending) {
        assertThat(Verdict.of(ending, evidence("FINISHED", "gone", false)))
                .isEqualTo(Verdict.ENDED_BEFORE);
        assertThat(Verdict.of(ending, evidence("-", "FINISHED", false))).isEqualTo(Verdict.OPEN);
    }

    @Test
    void beforeAnythingIsKnownTheVerdictIsOpen() {
        assertThat(Verdict.of(Ending.ROLLBACK, Evidence.none())).isEqualTo(Verdict.OPEN);
    }

    /// Success is only ever what the coordinator has said, or shown on its way.
    @Test
    void noEvidenceWithoutAWordOfTheCoordinatorIsASuccess() {
        for (Ending ending : Ending.values()) {
            for (String answer : List.of("-", "lost", "FINISHED", "UNKNOWN", "BEGIN")) {
                for (String console : List.of("gone", "?", "BEGIN", "FINISHED", "UNKNOWN")) {
                    assertThat(Verdict.of(ending, evidence(answer, console, false)))
                            .as(ending + " " + answer + " " + console)
                            .isNotIn(Verdict.DONE, Verdict.CLEARED);
                }
            }
        }
    }

    private static Evidence evidence(String answer, String console, boolean seenUnderWay) {
        Optional<Course> answered = Optional.ofNullable(status(answer)).map(Course::of);
        Look look =
                switch (console) {
                    case "gone" -> new Look.NotListed();
                    case "?" -> new Look.Unreadable();
                    default -> new Look.Listed(listed(TransactionStatus.valueOf(console)));
                };
        return new Evidence(answered, answer.equals("lost"), look, seenUnderWay);
    }

    private static @Nullable TransactionStatus status(String answer) {
        return answer.equals("-") || answer.equals("lost")
                ? null
                : TransactionStatus.valueOf(answer);
    }

    private static GlobalTransaction listed(TransactionStatus status) {
        return new GlobalTransaction(
                "x:1",
                "",
                "",
                "",
                status,
                Optional.empty(),
                Duration.ofMinutes(1),
                List.of(),
                Optional.empty());
    }
}
