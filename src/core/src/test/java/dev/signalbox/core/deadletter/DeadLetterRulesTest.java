package dev.signalbox.core.deadletter;

import static dev.signalbox.core.deadletter.Letters.int32;
import static dev.signalbox.core.deadletter.Letters.message;
import static dev.signalbox.core.deadletter.Letters.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterRulesTest {
    private static final Map<String, String> OWN =
            Map.of(
                    "bootstrap.servers", "127.0.0.1:9092",
                    "dead-letters.names", "graveyard\\.(.+) morgue",
                    "dead-letters.header.destination", "was-on",
                    "dead-letters.header.partition", "was-in",
                    "dead-letters.header.offset", "was-at",
                    "dead-letters.header.message", "why");

    @Test
    void aProfilesHeadersTellFirst() throws Exception {
        DeadLetterRules rules = DeadLetterRules.of(OWN);
        DeadLetter letter =
                rules.read(
                        message(
                                text("kafka_dlt-original-topic", "other"),
                                text("was-on", "orders"),
                                int32("was-in", 3),
                                text("was-at", "12"),
                                text("why", "no stock"),
                                text("order-id", "1")));

        assertThat(letter.convention()).contains("Profile");
        assertThat(letter.origin()).contains(new MessageId("orders", 3, 12));
        assertThat(letter.cause()).contains(new DeadLetter.Cause("", "no stock", ""));
        assertThat(rules.ownHeaders(letter)).containsExactly(text("order-id", "1"));
    }

    @Test
    void withoutAnyOfThemTheKnownConventionsTell() throws Exception {
        DeadLetter letter =
                DeadLetterRules.of(OWN).read(message(text("kafka_dlt-original-topic", "orders")));

        assertThat(letter.convention()).contains("Spring Kafka");
    }

    @Test
    void aLetterOfAnUnknownKindKeepsAllItsHeaders() throws Exception {
        DeadLetterRules rules = DeadLetterRules.of(Map.of());
        DeadLetter letter = rules.read(message(text("x-exception-message", "mine")));

        assertThat(letter.convention()).isEmpty();
        assertThat(rules.ownHeaders(letter)).containsExactly(text("x-exception-message", "mine"));
    }

    @Test
    void aProfilesPatternsNameItsPlaces() throws Exception {
        DestinationNames names = DeadLetterRules.of(OWN).names(Set.of("orders"));

        assertThat(names.deadLetterOf("graveyard.orders")).contains("orders");
        assertThat(names.deadLetterOf("morgue")).contains(DestinationNames.UNKNOWN_ORIGIN);
        assertThat(names.deadLetterOf("morgue-2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orders-dlt, orders",
        "orders.DLT, orders",
        "orders_dlq, orders",
        "orders.payers.dlq, orders.payers",
        "dlq.orders, orders",
        "orders_error, orders",
        "orders_skipped, orders",
        "orders__dlq__payers, orders",
        "%DLQ%payers, payers",
        "error.orders.payers, orders",
        "error.orders.eu.payers, orders.eu",
        "error.orders.my.payers, orders",
        "error.unknown.payers,",
        "error.orders.,",
        "nothing-dlt,",
        "orders,",
        "error,",
        "dlt,"
    })
    void aNameTellsWhoseDeadLettersItHolds(String name, String origin) {
        DestinationNames names =
                new DestinationNames(Set.of("orders", "orders.payers", "orders.eu"));

        assertThat(names.deadLetterOf(name).orElse(null)).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "orders-retry, orders",
        "orders-retry-0, orders",
        "orders-retry-5000, orders",
        "orders__retry_2__payers, orders",
        "%RETRY%payers, payers",
        "other-retry,",
        "orders-dlt,"
    })
    void aNameTellsWhoseRetriesWaitInIt(String name, String origin) {
        assertThat(new DestinationNames(Set.of("orders")).retryOf(name).orElse(null))
                .isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead-letters.names=(", "dead-letters.header.wat=x"})
    void aRuleThatIsNoneIsRefused(String setting) {
        String[] parts = setting.split("=", 2);

        assertThat(DeadLetterRules.isRule(parts[0])).isTrue();
        assertThatThrownBy(() -> DeadLetterRules.of(Map.of(parts[0], parts[1])))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID));
    }

    @Test
    void noHeaderWhateverItHoldsBreaksAnything() throws Exception {
        Random random = new Random(7);
        DeadLetterRules rules = DeadLetterRules.of(OWN);
        List<String> names =
                List.of(
                        "kafka_dlt-original-topic",
                        "kafka_dlt-original-partition",
                        "kafka_dlt-original-offset",
                        "kafka_dlt-exception-stacktrace",
                        "__connect.errors.partition",
                        "__connect.errors.topic",
                        "__streams.errors.exception",
                        "__dlq.errors.offset",
                        "x-original-topic",
                        "x-original-offset",
                        "x-original-routingKey",
                        "x-exception-stacktrace",
                        "x-death",
                        "x-opt-deaths",
                        "MT-Fault-InputAddress",
                        "MT-Fault-RetryCount",
                        "NServiceBus.FailedQ",
                        "DLQ_ORIGIN_TOPIC",
                        "was-in",
                        "was-at");
        for (int i = 0; i < 3_000; i++) {
            List<Header> headers = new ArrayList<>();
            for (String name : names) {
                byte[] bytes = new byte[random.nextInt(12)];
                random.nextBytes(bytes);
                if (random.nextInt(3) == 0) {
                    headers.add(
                            new Header(
                                    name,
                                    random.nextInt(5) == 0 ? null : Bytes.of(bytes),
                                    random.nextBoolean()));
                }
            }
            DeadLetter letter = rules.read(message(headers.toArray(Header[]::new)));
            assertThat(letter.message().headers()).isEqualTo(headers);
            assertThat(rules.ownHeaders(letter)).isSubsetOf(headers);
        }
    }
}
