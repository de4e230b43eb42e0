package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.demo.DemoBroker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void aWordThatIsNoOptionIsTheFileToOpen() {
        Arguments given =
                Arguments.parse(List.of("--profile", "orders-test", "letters of today.sbk"));

        assertThat(given.file()).contains(Path.of("letters of today.sbk").toAbsolutePath());
        assertThat(given.profile()).contains("orders-test");
    }

    @Test
    void theValueOfAnOptionIsNoFile() {
        Arguments given = Arguments.parse(List.of("--demo", "--broker", "rabbitmq"));

        assertThat(given.file()).isEmpty();
        assertThat(given.demo()).isTrue();
        assertThat(given.broker()).isEqualTo(DemoBroker.RABBITMQ);
    }
}
