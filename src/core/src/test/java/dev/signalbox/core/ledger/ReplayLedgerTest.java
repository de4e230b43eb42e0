package dev.signalbox.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayLedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final List<Range> TEN = List.of(new Range(0, 0, 10));
    private static final Owner SELF = Owner.current("desk-7");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @TempDir private Path folder;
    private ReplayLedger ledger;

    @BeforeEach
    void openLedger() throws ConnectorException {
        ledger = ReplayLedger.open(folder.resolve("data/ledger.db"), SELF);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    void lettersThatWereSentAreKnownAfterARestart() throws Exception {
        ledger.sending("c", "orders-dlt", TEN, ONE, NOW, false);
        ledger.sent("c", "orders-dlt", TEN, ONE);
        ledger.close();

        try (ReplayLedger reopened = ReplayLedger.open(folder.resolve("data/ledger.db"), SELF)) {
            assertThat(reopened.find("c", "orders-dlt", List.of(new Range(0, 9, 100))))
                    .containsExactly(
                            new ReplayLedger.Entry(
                                    new Range(0, 0, 10), LetterState.SENT, ONE, NOW, SELF));
        }
    }

    @Test
    void aCrashBetweenSendingAndSentLeavesThemInDoubt() throws Exception {
        ledger.sending("c", "orders-dlt", TEN, ONE, NOW, false);

        assertThat(ledger.find("c", "orders-dlt", TEN).getFirst().state())
                .isEqualTo(LetterState.SENDING);
    }

    @Test
    void lettersThatWereCertainlyNotSentAreFreeAgain() throws Exception {
        ledger.sending("c", "orders-dlt", TEN, ONE, NOW, false);
        ledger.notSent("c", "orders-dlt", TEN, ONE);

        assertThat(ledger.find("c", "orders-dlt", TEN)).isEmpty();
        ledger.sending("c", "orders-dlt", TEN, OTHER, NOW, false);
    }

    @Test
    void whatTurnedOutToBeSentIsKeptAndTheRestIsFreeAgain() throws Exception {
        ledger.sending("c", "orders-dlt", TEN, ONE, NOW, false);
        ledger.settle(
                "c",
                "orders-dlt",
                ledger.find("c", "orders-dlt", TEN),
                List.of(new Range(0, 0, 4)));

        assertThat(ledger.find("c", "orders-dlt", TEN))
                .containsExactly(
                        new ReplayLedger.Entry(
                                new Range(0, 0, 4), LetterState.SENT, ONE, NOW, SELF));
        ledger.sending("c", "orders-dlt", List.of(new Range(0, 4, 10)), OTHER, NOW, false);
    }

    @Test
    void aConsoleThatIsGoneIsToldFromOneThatIsThere() {
        assertThat(SELF.isGone("desk-7")).isFalse();
        assertThat(new Owner("desk-7", SELF.pid(), SELF.startedAt() - 1).isGone("desk-7")).isTrue();
        assertThat(new Owner("another", 1, 1).isGone("desk-7")).isFalse();
    }

    @Test
    void anotherConsoleCannotSendTheSameLetter() throws Exception {
        try (ReplayLedger otherConsole =
                ReplayLedger.open(folder.resolve("data/ledger.db"), SELF)) {
            ledger.sending("c", "orders-dlt", TEN, ONE, NOW, false);

            assertThatThrownBy(
                            () ->
                                    otherConsole.sending(
                                            "c",
                                            "orders-dlt",
                                            List.of(new Range(0, 9, 12)),
                                            OTHER,
                                            NOW,
                                            false))
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
            assertThat(ledger.find("c", "orders-dlt", List.of(new Range(0, 10, 12)))).isEmpty();
        }
    }

    @Test
    void whoAsksForASecondTimeGetsIt() throws Exception {
        ledger.sending("c", "orders-dlt", TEN, ONE, NOW, false);
        ledger.sent("c", "orders-dlt", TEN, ONE);
        ledger.sending("c", "orders-dlt", TEN, OTHER, NOW.plusSeconds(1), true);

        assertThat(ledger.find("c", "orders-dlt", TEN))
                .extracting(ReplayLedger.Entry::actionId)
                .containsExactly(ONE, OTHER);
    }

    @Test
    void clustersDestinationsAndPartitionsAreKeptApart() throws Exception {
        ledger.sending("c", "orders-dlt", TEN, ONE, NOW, false);

        assertThat(ledger.find("other", "orders-dlt", TEN)).isEmpty();
        assertThat(ledger.find("c", "payments-dlt", TEN)).isEmpty();
        assertThat(ledger.find("c", "orders-dlt", List.of(new Range(1, 0, 10)))).isEmpty();
        assertThat(ledger.find("c", "orders-dlt", List.of(new Range(0, 10, 20)))).isEmpty();
    }

    @Test
    void aMillionLettersTakeAlmostNoRoom() throws Exception {
        List<Range> million = List.of(new Range(0, 0, 1_000_000));
        ledger.sending("c", "orders-dlt", million, ONE, NOW, false);
        ledger.sent("c", "orders-dlt", million, ONE);
        ledger.close();

        assertThat(Files.size(folder.resolve("data/ledger.db"))).isLessThan(100_000);
    }

    @Test
    void scatteredLettersAreKnownOneByOne() throws Exception {
        List<Range> letters = scattered(20_000);
        List<Range> first = letters.subList(0, 12_000);
        List<Range> second = letters.subList(12_000, 15_000);
        ledger.sending("c", "dead", letters, ONE, NOW, false);

        ledger.sent("c", "dead", first, ONE);
        ledger.notSent("c", "dead", second, ONE);
        ledger.close();

        try (ReplayLedger reopened = ReplayLedger.open(folder.resolve("data/ledger.db"), SELF)) {
            assertThat(reopened.find("c", "dead", letters))
                    .filteredOn(entry -> entry.state() == LetterState.SENT)
                    .extracting(ReplayLedger.Entry::letters)
                    .containsExactlyInAnyOrderElementsOf(first);
            assertThat(reopened.find("c", "dead", letters))
                    .filteredOn(entry -> entry.state() == LetterState.SENDING)
                    .extracting(ReplayLedger.Entry::letters)
                    .containsExactlyInAnyOrderElementsOf(letters.subList(15_000, 20_000));
            assertThat(reopened.find("c", "dead", second)).isEmpty();
            assertThat(reopened.find("c", "dead", first.subList(7, 8)))
                    .containsExactly(
                            new ReplayLedger.Entry(first.get(7), LetterState.SENT, ONE, NOW, SELF));
        }
        assertThat(Files.size(folder.resolve("data/ledger.db"))).isLessThan(1_000_000);
    }

    @Test
    void ofScatteredLettersNoOtherActionMaySendOne() throws Exception {
        List<Range> letters = scattered(100);
        ledger.sending("c", "dead", letters, ONE, NOW, false);

        assertThatThrownBy(
                        () ->
                                ledger.sending(
                                        "c", "dead", letters.subList(40, 41), OTHER, NOW, false))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
        ledger.settle(
                "c",
                "dead",
                ledger.find("c", "dead", letters.subList(40, 42)),
                letters.subList(40, 41));

        assertThat(ledger.find("c", "dead", letters.subList(40, 42)))
                .containsExactly(
                        new ReplayLedger.Entry(letters.get(40), LetterState.SENT, ONE, NOW, SELF));
        ledger.sending("c", "dead", letters.subList(41, 42), OTHER, NOW, false);
    }

    /// Of one partition, no two beside each other.
    private static List<Range> scattered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i * 1_000_003L % (1L << 40))
                .map(position -> new Range(0, position, position + 1))
                .toList();
    }

    /// Kafka's letters of three partitions, all of them; those that a filter left of them; those of a queue, each known by a
    /// number that may be any.
    @ParameterizedTest
    @ValueSource(strings = {"all", "filtered", "queue"})
    void aMillionLettersTakeLessThan64BytesEach(String kind) throws Exception {
        int count = 1_000_000;
        int batch = 10_000;
        Random random = new Random(7);
        List<Range> first = List.of();
        for (int sent = 0; sent < count; sent += batch) {
            List<Range> letters = letters(kind, sent, batch, random);
            first = first.isEmpty() ? letters : first;
            ledger.sending("cluster-of-some-length", "orders-dlt", letters, ONE, NOW, false);
            ledger.sent("cluster-of-some-length", "orders-dlt", letters, ONE);
        }
        assertThat(ledger.find("cluster-of-some-length", "orders-dlt", first.subList(0, 1)))
                .isNotEmpty();
        ledger.close();

        assertThat(Files.size(folder.resolve("data/ledger.db"))).isLessThan(64L * count);
    }

    private static List<Range> letters(String kind, int from, int count, Random random) {
        return IntStream.range(from, from + count)
                .mapToObj(
                        i -> {
                            long position =
                                    switch (kind) {
                                        case "all" -> i / 3;
                                        case "filtered" -> i;
                                        default -> random.nextLong() >>> 1;
                                    };
                            return new Range(
                                    kind.equals("queue") ? 0 : i % 3, position, position + 1);
                        })
                .toList();
    }

    @Test
    void whatWasSentLongAgoIsForgottenAndWhatIsInDoubtIsNot() throws Exception {
        Range sent = new Range(0, 0, 10);
        Range inDoubt = new Range(0, 10, 20);
        Range young = new Range(0, 20, 30);
        ledger.sending("c", "dead", List.of(sent, inDoubt), ONE, NOW, false);
        ledger.sent("c", "dead", List.of(sent), ONE);
        ledger.sending("c", "dead", List.of(young), OTHER, NOW.plusSeconds(1), false);
        ledger.sent("c", "dead", List.of(young), OTHER);

        ledger.forgetBefore(NOW.plusSeconds(1));

        assertThat(ledger.find("c", "dead", List.of(new Range(0, 0, 30))))
                .extracting(ReplayLedger.Entry::letters)
                .containsExactly(inDoubt, young);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 300, 1L << 40, Long.MAX_VALUE - 1})
    void aRangeIsUnpackedAsItWasPacked(long from) {
        List<Range> ranges =
                List.of(
                        new Range(0, 0, 0),
                        new Range(0, from, from + 1),
                        new Range(3, 5, 1_000_000),
                        new Range(3, 2_000_000, Long.MAX_VALUE),
                        new Range(70_000, from, Long.MAX_VALUE));

        assertThat(PackedRanges.unpack(PackedRanges.pack(ranges)))
                .isEqualTo(ranges.subList(1, ranges.size()));
    }

    @Test
    void aFileThatIsNotALedgerIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("other.db"), "no database at all".repeat(99));

        assertThatThrownBy(() -> ReplayLedger.open(file, SELF))
                .isInstanceOf(ConnectorException.class);
    }
}
