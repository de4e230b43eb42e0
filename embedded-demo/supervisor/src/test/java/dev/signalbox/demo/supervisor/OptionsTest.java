package dev.signalbox.demo.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutMoreFourOrdersASecondAndAllParts() {
        Options options = Options.parse("--home", "h", "--folder", "f");

        assertThat(options.ordersPerSecond()).isEqualTo(4);
        assertThat(options.parts())
                .containsExactlyInAnyOrder(
                        "database",
                        "broker",
                        "coordinator",
                        "payment",
                        "stock",
                        "recommendation",
                        "order");
    }

    @Test
    void partsAndRateCanBeChosen() {
        Options options =
                Options.parse(
                        "--home",
                        "h",
                        "--folder",
                        "f",
                        "--parts",
                        "broker,database",
                        "--orders-per-second",
                        "2.5");

        assertThat(options.ordersPerSecond()).isEqualTo(2.5);
        assertThat(options.parts()).containsExactlyInAnyOrder("broker", "database");
    }

    @Test
    void itRunsOnKafkaUnlessRabbitMqIsAskedFor() {
        assertThat(Options.parse("--home", "h", "--folder", "f").broker())
                .isEqualTo(BrokerKind.KAFKA);
        assertThat(Options.parse("--home", "h", "--folder", "f", "--broker", "rabbitmq").broker())
                .isEqualTo(BrokerKind.RABBITMQ);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        refused("--home is missing", "--folder", "f");
        refused("--folder or --prepare-caches", "--home", "h");
        refused("--folder or --prepare-caches", "--home", "h", "--folder", "f", "--prepare-caches");
        refused("--folder needs a value", "--home", "h", "--folder");
        refused("Unknown option --colour", "--colour");
        refused("0 … 200", "--home", "h", "--folder", "f", "--orders-per-second", "201");
        refused("0 … 200", "--home", "h", "--folder", "f", "--orders-per-second", "NaN");
        refused("no number", "--home", "h", "--folder", "f", "--orders-per-second", "many");
        refused("not activemq", "--home", "h", "--folder", "f", "--broker", "activemq");
        refused("not brocker", "--home", "h", "--folder", "f", "--parts", "brocker");
    }

    private static void refused(String why, String... args) {
        assertThatThrownBy(() -> Options.parse(args))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
