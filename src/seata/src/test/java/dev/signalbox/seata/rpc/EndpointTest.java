package dev.signalbox.seata.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @Test
    void aHostAndAPortAreRead() {
        assertThat(Endpoint.parse(" Seata.Example.COM:8091 "))
                .contains(new Endpoint("seata.example.com", 8091));
    }

    @Test
    void anAddressOfTheSixthVersionStandsInBrackets() {
        Endpoint endpoint = Endpoint.parse("[::1]:8091").orElseThrow();

        assertThat(endpoint.host()).isEqualTo("::1");
        assertThat(endpoint).hasToString("[::1]:8091");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seata",
                "seata:",
                ":8091",
                "seata:port",
                "seata:0",
                "seata:65536",
                "seata:123456",
                "::1:8091",
                "http://seata:8091",
                "seata:8091/path",
                "sea ta:8091"
            })
    void whatIsNoHostAndPortIsNotGuessedAt(String text) {
        assertThat(Endpoint.parse(text)).isEmpty();
    }
}
