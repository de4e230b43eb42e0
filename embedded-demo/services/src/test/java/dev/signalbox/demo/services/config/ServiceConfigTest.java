package dev.signalbox.demo.services.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceConfigTest {

    private static final String ORDER =
            """
            {"service":"order","httpPort":40011,"kafka":"127.0.0.1:40002",
             "seata":{"server":"127.0.0.1:40003","group":"demo_tx_group"},
             "database":{"url":"jdbc:postgresql://127.0.0.1:40005/orders","user":"postgres",
                         "password":"correct-horse"},
             "peers":{"payment":"http://127.0.0.1:40012","stock":"http://127.0.0.1:40013"},
             "ordersPerSecond":4,"token":"top-secret"}
            """;

    @TempDir Path folder;

    @Test
    void aConfigurationIsReadAsTheSupervisorWritesIt() throws Exception {
        ServiceConfig config = read(ORDER);

        assertThat(config.service()).isEqualTo("order");
        assertThat(config.httpPort()).isEqualTo(40011);
        assertThat(config.kafka()).isEqualTo("127.0.0.1:40002");
        assertThat(config.seata()).isEqualTo(new SeataAccess("127.0.0.1:40003", "demo_tx_group"));
        assertThat(config.database().password()).isEqualTo("correct-horse");
        assertThat(config.peer("stock")).isEqualTo(URI.create("http://127.0.0.1:40013"));
        assertThat(config.ordersPerSecond()).isEqualTo(4);
    }

    @Test
    void peersAndRateMayBeMissing() throws Exception {
        ServiceConfig config =
                read(
                        """
                        {"service":"stock","httpPort":1,"kafka":"k",
                         "seata":{"server":"s","group":"g"},
                         "database":{"url":"u","user":"postgres","password":""},"token":"t"}
                        """);

        assertThat(config.peers()).isEmpty();
        assertThat(config.ordersPerSecond()).isZero();
        assertThatThrownBy(() -> config.peer("payment")).hasMessageContaining("payment");
    }

    @Test
    void theBrokerIsKafkaOrRabbitMq() throws Exception {
        String rabbit =
                """
                "rabbitmq":{"port":40002,"vhost":"shop","user":"demo","password":"battery-staple"}
                """;
        ServiceConfig config = read(ORDER.replace("\"kafka\":\"127.0.0.1:40002\"", rabbit));

        assertThat(config.kafka()).isNull();
        assertThat(config.rabbitmq())
                .isEqualTo(new RabbitAccess(40002, "shop", "demo", "battery-staple"));
        assertThat(config.toString()).contains("rabbitmq").doesNotContain("battery-staple");
        assertThatThrownBy(() -> read(ORDER.replace("\"seata\"", rabbit + ",\"seata\"")))
                .hasMessageContaining("either");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> read("{\"service\":\"order\"}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kafka");
    }

    @Test
    void secretsAreNotInItsText() throws Exception {
        ServiceConfig config = read(ORDER);

        assertThat(config.toString()).doesNotContain("top-secret", "correct-horse");
        assertThat(config.database().toString()).doesNotContain("correct-horse");
    }

    private ServiceConfig read(String json) throws IOException {
        return ServiceConfig.read(Files.writeString(folder.resolve("config.json"), json));
    }
}
