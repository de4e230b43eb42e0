package dev.signalbox.seata.console;

import static dev.signalbox.seata.console.FakeConsole.LOGIN;
import static dev.signalbox.seata.console.FakeConsole.NOTHING;
import static dev.signalbox.seata.console.FakeConsole.TRANSACTIONS;
import static dev.signalbox.seata.console.FakeConsole.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.console.FakeConsole.Asked;
import dev.signalbox.seata.console.FakeConsole.Reply;
import dev.signalbox.seata.lab.Lab;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who we say we are, and when.
class ConsoleLoginTest {

    private static final Credentials SOMEBODY = new Credentials("seata", "s3cret \"quoted\"");

    private final AtomicReference<String> valid = new AtomicReference<>("Bearer one");
    private FakeConsole console;

    @BeforeEach
    void start() throws IOException {
        console =
                new FakeConsole()
                        .on(TRANSACTIONS, this::onlyWithToken)
                        .on(LOGIN, _ -> ok("{\"code\":\"200\",\"data\":\"" + valid + "\"}"));
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void nobodyLogsInWhereNobodyIsAsked() throws Exception {
        console.on(TRANSACTIONS, ok(NOTHING));
        try (ConsoleReader reader = reader(Optional.of(SOMEBODY))) {
            reader.all();
            assertThat(console.asked()).extracting(Asked::path).containsExactly(TRANSACTIONS);
        }
    }

    @Test
    void oneLoginLastsForAllThatFollows() throws Exception {
        try (ConsoleReader reader = reader(Optional.of(SOMEBODY))) {
            reader.all();
            reader.all();
            assertThat(console.asked())
                    .extracting(Asked::path)
                    .containsExactly(TRANSACTIONS, LOGIN, TRANSACTIONS, TRANSACTIONS);
            assertThat(console.asked().get(1).body())
                    .isEqualTo("{\"username\":\"seata\",\"password\":\"s3cret \\\"quoted\\\"\"}");
        }
    }

    @Test
    void aTokenThatHasRunOutIsRenewedOnce() throws Exception {
        try (ConsoleReader reader = reader(Optional.of(SOMEBODY))) {
            reader.all();
            valid.set("Bearer two");
            reader.all();
            assertThat(console.asked())
                    .extracting(Asked::path)
                    .filteredOn(LOGIN::equals)
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "403"})
    void aRefusalThatHttpCallsASuccessIsARefusal(String code) throws Exception {
        console.on(
                TRANSACTIONS,
                asked ->
                        asked.token().isEmpty()
                                ? ok("{\"code\":\"" + code + "\",\"message\":\"no\"}")
                                : ok(NOTHING));
        try (ConsoleReader reader = reader(Optional.of(SOMEBODY))) {
            assertThat(reader.all().transactions()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        console.on(LOGIN, ok("{\"code\":\"401\",\"message\":\"Login failed\"}"));

        Problem problem = problem(Optional.of(SOMEBODY));

        assertThat(problem.kind()).isEqualTo(ProblemKind.AUTHENTICATION);
        assertThat(problem.summary()).contains("\"seata\"");
        assertThat(problem.toString()).doesNotContain("s3cret");
    }

    @Test
    void aConsoleThatAsksWhereTheProfileHasNobodySaysSo() throws Exception {
        Problem problem = problem(Optional.empty());

        assertThat(problem.kind()).isEqualTo(ProblemKind.AUTHENTICATION);
        assertThat(problem.remedy()).contains("\"user\"", "\"password\"");
    }

    @Test
    void somebodyWhoIsKnownAndRefusedAllTheSameIsNotAskedForAPassword() throws Exception {
        console.on(TRANSACTIONS, new Reply(403, ""));

        assertThat(problem(Optional.of(SOMEBODY)).kind()).isEqualTo(ProblemKind.AUTHORIZATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{}", "\"two\\nlines\"", "\"\u4ee4\""})
    void aLoginThatBringsNoTokenIsNotUsed(String data) throws Exception {
        console.on(LOGIN, ok("{\"code\":\"200\",\"data\":" + data + "}"));

        assertThat(problem(Optional.of(SOMEBODY)).kind()).isEqualTo(ProblemKind.INVALID);
    }

    @Test
    void aRealConsoleRefusesAWrongPassword() throws Exception {
        URI real = URI.create(Lab.fileServer().console());
        try (ConsoleReader reader =
                new ConsoleReader(real, Optional.of(new Credentials("seata", "wrong")))) {
            Problem problem = catchThrowableOfType(ConnectorException.class, reader::all).problem();
            assertThat(problem.kind()).isEqualTo(ProblemKind.AUTHENTICATION);
            assertThat(problem.summary()).contains("does not accept the password");
        }
    }

    private Problem problem(Optional<Credentials> who) {
        try (ConsoleReader reader = reader(who)) {
            return catchThrowableOfType(ConnectorException.class, reader::all).problem();
        }
    }

    private ConsoleReader reader(Optional<Credentials> who) {
        return new ConsoleReader(console.address(), who);
    }

    private Reply onlyWithToken(Asked asked) {
        return asked.token().equals(valid.get()) ? ok(NOTHING) : new Reply(401, "");
    }
}
