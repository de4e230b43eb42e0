package dev.signalbox.seata.console;

import static dev.signalbox.seata.console.FakeConsole.LOCKS;
import static dev.signalbox.seata.console.FakeConsole.NOTHING;
import static dev.signalbox.seata.console.FakeConsole.TRANSACTIONS;
import static dev.signalbox.seata.console.FakeConsole.ok;
import static dev.signalbox.seata.console.FakeConsole.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import dev.signalbox.core.model.GlobalTransaction.Lock;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.console.ConsoleReader.Picture;
import dev.signalbox.seata.console.FakeConsole.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of a console's answers: those of real servers, recorded, and those of none.
class ConsoleReaderTest {

    private FakeConsole console;
    private ConsoleReader reader;

    @BeforeEach
    void start() throws IOException {
        console = new FakeConsole().on(TRANSACTIONS, ok(NOTHING)).on(LOCKS, ok(NOTHING));
        reader = new ConsoleReader(console.address(), Optional.empty());
    }

    @AfterEach
    void stop() {
        reader.close();
        console.close();
    }

    @Test
    void longNumbersAsVersion200WritesThemAreRead() throws Exception {
        answerAsRecorded("2.0.0");

        GlobalTransaction told = reader.all().transactions().getFirst();

        assertThat(told.xid()).isEqualTo("192.0.2.2:33225:9854770117513217");
        assertThat(told.name()).isEqualTo("place-order");
        assertThat(told.application()).isEqualTo("order");
        assertThat(told.group()).isEqualTo("test_tx_group");
        assertThat(told.status()).isEqualTo(TransactionStatus.BEGIN);
        assertThat(told.timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(told.begunAt()).contains(Instant.ofEpochMilli(1795361684789L));
        assertThat(told.branches())
                .containsExactly(
                        new Branch(
                                "9854770117513218",
                                "AT",
                                "jdbc:postgresql://db:5432/orders",
                                "Registered",
                                "order:127.0.0.1:50316",
                                List.of(new Lock("purchase", "1"), new Lock("purchase", "2"))),
                        new Branch(
                                "9854770117513219",
                                "TCC",
                                "reserveStock",
                                "Registered",
                                "order:127.0.0.1:50316",
                                List.of()));
        assertThat(told.note()).isEmpty();
    }

    @Test
    void numbersAsVersion26WritesThemAreRead() throws Exception {
        answerAsRecorded("2.6.0");

        GlobalTransaction told = reader.all().transactions().getFirst();

        assertThat(told.status()).isEqualTo(TransactionStatus.ROLLBACK_FAILED);
        assertThat(told.timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(told.begunAt()).contains(Instant.ofEpochMilli(1795361684789L));
        assertThat(told.branches().getFirst().id()).isEqualTo("5071846543312027650");
        assertThat(told.lockCount()).isOne();
    }

    @Test
    void aPollIsTwoRequestsAndOneWhereThereIsNothing() throws Exception {
        assertThat(reader.all().transactions()).isEmpty();
        assertThat(console.asked()).hasSize(1);

        answerAsRecorded("2.0.0");
        reader.all();
        assertThat(console.asked()).hasSize(3);
        assertThat(console.asked().get(1).query())
                .contains("withBranch=true", "pageNum=1", "pageSize=100");
    }

    @Test
    void everyPageIsRead() throws Exception {
        console.on(TRANSACTIONS, asked -> ok(page(250, some(asked.query(), 250))));

        Picture picture = reader.all();

        assertThat(picture.transactions()).hasSize(250);
        assertThat(picture.gaps()).isEmpty();
        assertThat(console.asked()).hasSize(4);
    }

    @Test
    void whatIsNotReadToTheEndIsToldAsAGap() throws Exception {
        console.on(TRANSACTIONS, asked -> ok(page(9_999, some(asked.query(), 9_999))));

        Picture picture = reader.all();

        assertThat(picture.transactions()).hasSize(5_000);
        assertThat(picture.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.summary()).contains("5,000 of 9,999"));
    }

    @Test
    void aTransactionThatIsOnTwoPagesIsToldOnce() throws Exception {
        console.on(
                TRANSACTIONS,
                asked ->
                        asked.query().contains("pageNum=1")
                                ? ok(page(101, some(asked.query(), 100)))
                                : ok(page(101, transaction("x:99", 4, "[]"))));

        List<GlobalTransaction> told = reader.all().transactions();

        assertThat(told).hasSize(100);
        assertThat(told)
                .filteredOn(transaction -> transaction.xid().equals("x:99"))
                .extracting(GlobalTransaction::status)
                .containsExactly(TransactionStatus.ROLLBACKED);
    }

    @Test
    void locksThatCannotBeReadAreAGapAndTheTransactionsAreToldAllTheSame() throws Exception {
        console.on(TRANSACTIONS, ok(page(1, transaction("x:1", 1, "[]"))));
        console.on(LOCKS, new Reply(500, ""));

        Picture picture = reader.all();

        assertThat(picture.transactions()).hasSize(1);
        assertThat(picture.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.summary()).contains("locks could not be read"));
    }

    @Test
    void aTransactionIsNotMistakenForOneWhoseXidBeginsTheSame() throws Exception {
        console.on(TRANSACTIONS, ok(page(1, transaction("x:12", 1, "[]"))));

        assertThat(reader.find("x:1")).isEmpty();
        assertThat(reader.findWithoutLocks("x:1")).isEmpty();
        assertThat(reader.find("x:12")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"4,ROLLBACKED,Rollbacking", "2,COMMITTED,Committing"})
    void whatHasEndedAndWaitsToBeClearedIsToldSo(int code, TransactionStatus told, String note)
            throws Exception {
        console.on(TRANSACTIONS, ok(page(1, transaction("x:1", code, "[]"))));

        GlobalTransaction transaction = reader.all().transactions().getFirst();

        assertThat(transaction.status()).isEqualTo(told);
        assertThat(transaction.note().orElseThrow()).contains(note);
    }

    @Test
    void branchesThatAreNotToldAreNotTakenForNone() throws Exception {
        console.on(TRANSACTIONS, ok(page(1, transaction("x:1", 4, "null"))));

        assertThat(reader.all().transactions().getFirst().status())
                .isEqualTo(TransactionStatus.ROLLBACKING);
    }

    @Test
    void recordsOfWhatHasEndedStayAsTheyAre() throws Exception {
        console.on(
                TRANSACTIONS,
                ok(page(2, transaction("x:1", 15, "[]") + "," + transaction("x:2", 11, "[]"))));

        assertThat(reader.all().transactions())
                .extracting(GlobalTransaction::status)
                .containsExactly(TransactionStatus.FINISHED, TransactionStatus.ROLLBACKED);
    }

    @Test
    void aStatusOfALaterVersionIsToldAsUnknownWithItsCode() throws Exception {
        console.on(TRANSACTIONS, ok(page(1, transaction("x:1", 4711, "[]"))));

        GlobalTransaction transaction = reader.all().transactions().getFirst();

        assertThat(transaction.status()).isEqualTo(TransactionStatus.UNKNOWN);
        assertThat(transaction.note().orElseThrow()).contains("4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Welcome</html>",
                "{\"code\":",
                "[]",
                "null",
                "{\"code\":\"200\",\"data\":{}}",
                "{\"code\":\"200\",\"data\":[1]}",
                "{\"code\":\"200\",\"data\":[{}]}",
                "{\"code\":\"200\",\"data\":[{\"xid\":\"x\",\"timeout\":1,\"status\":\"one\"}]}",
                "{\"code\":\"200\",\"data\":[{\"xid\":\"x\",\"timeout\":1.5,\"status\":1}]}",
                "{\"code\":\"200\",\"data\":[{\"xid\":\"x\",\"status\":1}]}",
                "{\"code\":\"200\",\"data\":[{\"xid\":\"x\",\"timeout\":1,\"status\":1,\"branchSessionVOs\":\"b\"}]}",
                "{\"code\":\"200\",\"data\":[{\"xid\":\"x\",\"timeout\":1,\"status\":1,\"branchSessionVOs\":[{}]}]}"
            })
    void whatNoCoordinatorSaysIsAProblemAndNeverAnEmptyList(String body) {
        console.on(TRANSACTIONS, ok(body));

        Problem problem = problem();

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.summary())
                .contains(console.address().toString())
                .contains("not what a Seata console says");
        assertThat(problem.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "404,INVALID,has no Seata console",
        "302,INVALID,sends us elsewhere",
        "400,INVALID,HTTP 400",
        "500,UNEXPECTED,HTTP 500",
        "503,UNEXPECTED,HTTP 503"
    })
    void anHttpErrorIsToldWithWhatToDo(int status, ProblemKind kind, String words) {
        console.on(TRANSACTIONS, new Reply(status, ""));

        Problem problem = problem();

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.summary()).contains(words);
        assertThat(problem.remedy()).isNotBlank();
    }

    @Test
    void aRefusalInTheBodyIsToldInTheConsolesWords() {
        console.on(TRANSACTIONS, ok("{\"code\":\"500\",\"message\":\"store is down\"}"));

        assertThat(problem().summary()).contains("store is down", "500");
    }

    private Problem problem() {
        return catchThrowableOfType(ConnectorException.class, reader::all).problem();
    }

    private void answerAsRecorded(String version) throws IOException {
        console.on(TRANSACTIONS, ok(recorded("transactions-" + version + ".json")));
        console.on(LOCKS, ok(recorded("locks-" + version + ".json")));
    }

    private static String recorded(String name) throws IOException {
        try (var in = ConsoleReaderTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The page that is asked for, of so many transactions.
    private static String some(String query, int total) {
        int page = Integer.parseInt(query.replaceAll(".*pageNum=(\\d+).*", "$1"));
        return IntStream.range((page - 1) * 100, Math.min(page * 100, total))
                .mapToObj(i -> transaction("x:" + i, 1, "[]"))
                .collect(Collectors.joining(","));
    }

    private static String transaction(String xid, int status, String branches) {
        return """
        {"xid":"%s","status":%d,"timeout":"60000","branchSessionVOs":%s}\
        """
                .formatted(xid, status, branches);
    }
}
