package dev.signalbox.core.deadletter;

import static dev.signalbox.core.deadletter.Letters.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.CauseGroups.Summary;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseGroupsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final CauseGroups groups = new CauseGroups();
    private long offset;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "order 42 not found|order <n> not found",
                "took 1,234.5 ms, not -7|took <n> ms, not <n>",
                "no such id 123e4567-e89b-12d3-a456-426614174000|no such id <uuid>",
                "at 2026-11-22T03:00:00.123Z in zone|at <time> in zone",
                "at 2026-11-22 03:00:00 and 03:00:01,5|at <time> and <time>",
                "Handler@43d5bb59 failed at 0x7F|Handler<hex> failed at <hex>",
                "digest 9f86d081884c7d65 differs|digest <hex> differs",
                "unexpected \"foo\", 'bar' or `baz`|unexpected <value>, <value> or <value>",
                "can't do that, won't do this|can't do that, won't do this",
                "utf8 and v2 stay, the feedface stays|utf8 and v2 stay, the feedface stays",
                "订单 42 不存在|订单 <n> 不存在"
            })
    void whatDiffersFromLetterToLetterIsReplacedByWhatItIs(String message, String same) {
        assertThat(CauseText.normalised(message)).isEqualTo(same);
    }

    @Test
    void lettersOfOneCauseAreOneGroupWhateverTheirOrder() {
        add("order 1 not found", "orders", NOW.plusSeconds(60));
        add("order 2 not found", "orders", NOW);
        add("order 3 not found", "orders", NOW.plusSeconds(120));
        add("no stock", "orders", NOW);

        Summary summary = groups.summary();
        assertThat(summary.letters()).isEqualTo(4);
        assertThat(summary.groups()).extracting(CauseGroup::count).containsExactly(3L, 1L);
        CauseGroup first = summary.groups().getFirst();
        assertThat(first.key().message()).isEqualTo("order <n> not found");
        assertThat(first.cause().orElseThrow().message()).isEqualTo("order 1 not found");
        assertThat(first.firstSeen()).contains(NOW);
        assertThat(first.lastSeen()).contains(NOW.plusSeconds(120));
        assertThat(first.share()).isEqualTo(0.75);
        assertThat(first.perHour()).hasValue(60);
        assertThat(first.sample()).hasSize(3);
    }

    @Test
    void anotherOriginOrPlaceInTheCodeIsAnotherCause() {
        add("no stock", "orders", NOW);
        add("no stock", "refunds", NOW);
        groups.add(letter("no stock", "orders", NOW, "at a.B.c(B.java:1)"));
        groups.add(letter("no stock", "orders", NOW, "at a.B.c(B.java:2)"));

        assertThat(groups.summary().groups())
                .extracting(CauseGroup::count)
                .containsExactly(2L, 1L, 1L);
    }

    @Test
    void aGroupHasTheSameIdTomorrow() {
        add("order 1 not found", "orders", NOW);

        assertThat(groups.summary().groups().getFirst().id()).isEqualTo("a96bc32c98eb");
    }

    @Test
    void aRateThatIsNotKnownIsNotTold() {
        add("once", "orders", NOW);
        add("twice at one moment", "orders", NOW);
        add("twice at one moment", "orders", NOW);
        add("no time", "orders", null);
        add("no time", "orders", null);

        assertThat(groups.summary().groups())
                .allSatisfy(group -> assertThat(group.perHour()).isEmpty());
    }

    @Test
    void lettersThatTellNothingAreAGroupToo() {
        groups.add(DeadLetters.read(Letters.message()));

        assertThat(groups.summary().groups().getFirst().cause()).isEmpty();
        assertThat(groups.summary().groups().getFirst().share()).isEqualTo(1);
    }

    @Test
    void endlesslyManyCausesAreCountedWithoutBeingKept() {
        CauseGroups few = new CauseGroups(10);
        for (int i = 0; i < 5_000; i++) {
            few.add(letter("cause " + word(i), "orders", NOW, ""));
        }
        few.add(letter("cause " + word(3), "orders", NOW, ""));

        Summary summary = few.summary();
        assertThat(summary.groups()).hasSize(10);
        assertThat(summary.other()).isEqualTo(4_990);
        assertThat(summary.groups().stream().mapToLong(CauseGroup::count).sum() + summary.other())
                .isEqualTo(summary.letters())
                .isEqualTo(5_001);
        assertThat(summary.groups().getFirst().count()).isEqualTo(2);
    }

    @Test
    void whatIsKeptOfAGroupIsSmall() {
        String megabyte = "x".repeat(1 << 20);
        for (int i = 0; i < 50; i++) {
            groups.add(letter(megabyte, "orders", NOW, megabyte));
        }

        CauseGroup group = groups.summary().groups().getFirst();
        assertThat(group.count()).isEqualTo(50);
        assertThat(group.sample()).hasSize(5);
        assertThat(group.sample().getLast().position()).isEqualTo(49);
        assertThat(group.cause().orElseThrow().message()).hasSizeLessThan(1_100);
        assertThat(group.cause().orElseThrow().stackTrace()).hasSizeLessThan(8_100);
        assertThat(group.key().message()).hasSizeLessThan(600);
    }

    private void add(String message, String origin, @Nullable Instant at) {
        groups.add(letter(message, origin, at, ""));
    }

    /// Letters only, so that nothing of it is taken for a number.
    private static String word(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('k' + digit - '0')))
                .reduce("", String::concat);
    }

    private DeadLetter letter(
            String message, String origin, @Nullable Instant at, String stackTrace) {
        List<Header> headers = new ArrayList<>();
        headers.add(text("__connect.errors.topic", origin));
        headers.add(text("__connect.errors.exception.class.name", "dev.shop.OrderException"));
        headers.add(text("__connect.errors.exception.message", message));
        headers.add(text("__connect.errors.exception.stacktrace", stackTrace));
        return DeadLetters.read(
                new Message(
                        new MessageId("orders-dlt", 0, offset++),
                        at,
                        at == null ? TimestampType.NONE : TimestampType.CREATE_TIME,
                        null,
                        null,
                        headers));
    }
}
