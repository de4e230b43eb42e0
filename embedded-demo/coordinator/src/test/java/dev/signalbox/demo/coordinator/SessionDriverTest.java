package dev.signalbox.demo.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionDriverTest {
    @Test
    void aCountLosesItsOrderAndKeepsItsCondition() {
        assertThat(
                        SessionDriver.accepted(
                                "select count(1) from lock_table where 1=1 and xid = ?"
                                        + " order by gmt_create desc"))
                .isEqualTo("select count(1) from lock_table where 1=1 and xid = ?");
    }

    @Test
    void everyOtherStatementIsLeftAsItIs() {
        String list = "select xid, status from global_table order by gmt_create desc limit ?,?";

        assertThat(SessionDriver.accepted(list)).isEqualTo(list);
    }
}
