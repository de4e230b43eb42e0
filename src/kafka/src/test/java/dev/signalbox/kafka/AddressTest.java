package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void readsWhatKafkasClientsRead() throws Exception {
        assertThat(Address.listOf("kafka_1.example.org:9092, PLAINTEXT://10.0.0.7:19092,[::1]:9,"))
                .extracting(Address::toString)
                .containsExactly("kafka_1.example.org:9092", "10.0.0.7:19092", "[::1]:9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " , ",
                "host",
                "host:",
                "host:0",
                "host:65536",
                "a b:9092",
                ":9092",
                "http://host:80/x"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Address.listOf(text))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID));
    }
}
