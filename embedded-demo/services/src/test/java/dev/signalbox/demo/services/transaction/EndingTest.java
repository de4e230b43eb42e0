package dev.signalbox.demo.services.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.seata.core.model.GlobalStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {

    @Test
    void onlyATransactionThatHasBegunIsOpen() {
        assertThat(Ending.of(GlobalStatus.Begin)).isEqualTo(Ending.OPEN);
        for (GlobalStatus status : GlobalStatus.values()) {
            if (status != GlobalStatus.Begin) {
                assertThat(Ending.of(status)).as("%s", status).isNotEqualTo(Ending.OPEN);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = GlobalStatus.class,
            names = {
                "Committing",
                "CommitRetrying",
                "AsyncCommitting",
                "Committed",
                "CommitFailed"
            })
    void aCommitThatIsDecidedIsACommitHoweverFarItHasCome(GlobalStatus status) {
        assertThat(Ending.of(status)).isEqualTo(Ending.COMMITTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = GlobalStatus.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {".*Rollback.*"})
    void aRollBackThatIsDecidedIsARollBackHoweverFarItHasCome(GlobalStatus status) {
        assertThat(Ending.of(status)).isEqualTo(Ending.ROLLED_BACK);
    }

    @Test
    void whatTheCoordinatorDoesNotKnowIsForgotten() {
        assertThat(Ending.of(GlobalStatus.Finished)).isEqualTo(Ending.FORGOTTEN);
        assertThat(Ending.of(GlobalStatus.UnKnown)).isEqualTo(Ending.FORGOTTEN);
    }
}
