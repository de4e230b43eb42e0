package dev.signalbox.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class BytesTest {
    @Test
    void whatIsCopiedDoesNotChangeWithTheArray() {
        byte[] content = {1, 2, 3};
        Bytes copied = Bytes.of(content);
        content[0] = 9;
        copied.toArray()[1] = 9;
        assertThat(copied).isEqualTo(Bytes.of(new byte[] {1, 2, 3}));
    }

    @Test
    void whatIsTakenOverIsLentWithoutACopy() {
        byte[] content = {1, 2, 3};
        Bytes taken = Objects.requireNonNull(Bytes.takenOver(content));
        assertThat(taken).isEqualTo(Bytes.of(content));
        assertThat(taken.lent()).isSameAs(content);
    }

    @Test
    void noValueStaysNoValue() {
        assertThat(Bytes.takenOver(null)).isNull();
        assertThat(Bytes.takenOver(new byte[0])).isEqualTo(Bytes.of(new byte[0]));
    }
}
