package dev.signalbox.demo.services.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.services.backend.Backend;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
    void aConnectionThatBreaksOrAServerThatStopsIsAway(String state) {
        assertThat(SqlStates.databaseIsAway(new SQLException("away", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "40001", "57014"})
    void aStatementThatIsWrongOrLosesIsNot(String state) {
        assertThat(SqlStates.databaseIsAway(new SQLException("wrong", state))).isFalse();
    }

    @Test
    void anErrorWithoutAStateIsNotUnlessThePoolHasNoConnection() {
        assertThat(SqlStates.databaseIsAway(new SQLException("wrong"))).isFalse();
        assertThat(SqlStates.databaseIsAway(new SQLTransientConnectionException("none"))).isTrue();
    }

    @Test
    void aServerThatIsNotThereIsAway() {
        SQLException refused =
                catchThrowableOfType(
                        SQLException.class,
                        () ->
                                DriverManager.getConnection(
                                        "jdbc:postgresql://127.0.0.1:" + TestPorts.free() + "/x",
                                        "postgres",
                                        ""));

        assertThat(SqlStates.databaseIsAway(refused)).isTrue();
    }

    @Test
    void aSessionThatTheServerEndsIsAway() throws Exception {
        try (Connection connection = Backend.shared().connect("postgres");
                Statement statement = connection.createStatement()) {
            SQLException ended =
                    catchThrowableOfType(
                            SQLException.class,
                            () ->
                                    statement.execute(
                                            "SELECT pg_terminate_backend(pg_backend_pid())"));

            assertThat(SqlStates.databaseIsAway(ended)).isTrue();
        }
    }
}
