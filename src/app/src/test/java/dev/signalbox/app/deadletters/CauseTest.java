package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.Shelves;
import dev.signalbox.core.model.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CauseTest {
    @Test
    void lettersThatDifferInTheirNumbersOnlyDiedOfTheSame() {
        List<CauseGroup> groups =
                CauseGroup.of(
                        Shelves.letters(9).stream()
                                .map(message -> Letter.of(message, Optional.empty()))
                                .toList());

        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().cause())
                .isEqualTo(
                        new Cause(
                                "dev.shop.payment.UnknownCurrencyException",
                                "no rate for XTS of order #"));
        assertThat(groups.getFirst().count()).isEqualTo(6);
        assertThat(groups.getLast().count()).isEqualTo(3);
        assertThat(groups.getFirst().first()).isPresent();
    }

    @Test
    void aLetterWithoutHeadersDiedOfNothingThatIsTold() {
        Message bare = Shelves.letter(1);
        Letter letter =
                Letter.of(
                        new Message(
                                bare.id(),
                                bare.timestamp(),
                                bare.timestampType(),
                                null,
                                null,
                                List.of()),
                        Optional.empty());

        assertThat(letter.cause().isTold()).isFalse();
        assertThat(letter.origin()).isEmpty();
        assertThat(letter.orderId()).isEmpty();
    }
}
