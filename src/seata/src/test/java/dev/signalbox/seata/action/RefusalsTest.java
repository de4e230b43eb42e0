package dev.signalbox.seata.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Why a transaction that does not run is not ended.
class RefusalsTest {

    @ParameterizedTest
    @EnumSource(value = TransactionStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "BEGIN")
    void everyStatusIsToldInWordsWithWhatToDo(TransactionStatus status) {
        Problem problem = Refusals.of(status, "x:1");

        assertThat(problem.summary()).contains("x:1").doesNotContain("!refused");
        assertThat(problem.remedy()).isNotBlank().doesNotContain("!refused");
    }

    @Test
    void noTwoStatusesAreToldTheSame() {
        Set<String> told = new HashSet<>();
        for (TransactionStatus status : TransactionStatus.values()) {
            if (status != TransactionStatus.BEGIN) {
                assertThat(told.add(Refusals.of(status, "x:1").summary()))
                        .as(status.name())
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsOnItsWayOrOverIsAConflictAndWhatIsStuckIsUnsupported() {
        assertThat(Refusals.of(TransactionStatus.ROLLBACK_RETRYING, "x").kind())
                .isEqualTo(ProblemKind.CONFLICT);
        assertThat(Refusals.of(TransactionStatus.ASYNC_COMMITTING, "x").kind())
                .isEqualTo(ProblemKind.CONFLICT);
        assertThat(Refusals.of(TransactionStatus.FINISHED, "x").kind())
                .isEqualTo(ProblemKind.CONFLICT);
        assertThat(Refusals.of(TransactionStatus.ROLLBACK_FAILED, "x").kind())
                .isEqualTo(ProblemKind.UNSUPPORTED);
        assertThat(Refusals.of(TransactionStatus.STOP_COMMIT_RETRY, "x").kind())
                .isEqualTo(ProblemKind.UNSUPPORTED);
        assertThat(Refusals.of(TransactionStatus.UNKNOWN, "x").kind())
                .isEqualTo(ProblemKind.UNSUPPORTED);
    }
}
