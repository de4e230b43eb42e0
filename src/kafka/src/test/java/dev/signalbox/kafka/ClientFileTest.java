package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.port.ForeignSettings;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

class ClientFileTest {
    @Test
    void clientPropertiesAreTakenAsTheyAre() {
        ForeignSettings read =
                ClientFile.read(
                                """
                                # of the platform team
                                bootstrap.servers = kafka-1:9092,\\
                                    kafka-2:9092
                                security.protocol=SASL_SSL
                                sasl.mechanism=SCRAM-SHA-512
                                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule \\
                                  required username="shop" password="s3cret";
                                group.id=orders
                                """)
                        .orElseThrow();

        assertThat(read.settings())
                .containsEntry("bootstrap.servers", "kafka-1:9092,kafka-2:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"shop\" password=\"s3cret\";");
        assertThat(read.leftOut()).containsExactly("group.id");
        assertThat(read.toString()).doesNotContain("s3cret");
    }

    @Test
    void kcatIsTranslatedToTheWordsOfKafkasClients() {
        ForeignSettings read =
                ClientFile.read(
                                """
                                metadata.broker.list=kafka-1:9093
                                security.protocol=sasl_ssl
                                sasl.mechanisms=PLAIN
                                sasl.username=shop
                                sasl.password=a"b\\c
                                ssl.ca.location=/etc/ssl/ca.pem
                                enable.ssl.certificate.verification=false
                                ssl.endpoint.identification.algorithm=none
                                """)
                        .orElseThrow();

        assertThat(read.settings())
                .containsEntry("bootstrap.servers", "kafka-1:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry("ssl.truststore.location", "/etc/ssl/ca.pem")
                .containsEntry("ssl.truststore.type", "PEM");
        assertThat(read.leftOut())
                .containsExactly(
                        "enable.ssl.certificate.verification",
                        "ssl.endpoint.identification.algorithm");
        Map<String, Password> jaas =
                Map.of(
                        "sasl.jaas.config",
                        new Password(read.settings().getOrDefault("sasl.jaas.config", "")));
        assertThat(
                        JaasContext.loadClientContext(jaas)
                                .configurationEntries()
                                .getFirst()
                                .getOptions()
                                .get("password"))
                .isEqualTo("a\"b\\c");
    }

    @Test
    void aFileWithoutAServerIsNoneOfThese() {
        assertThat(ClientFile.read("user = shop")).isEmpty();
        assertThat(ClientFile.read("\\u12")).isEmpty();
    }

    @Test
    void aLoginOfAnotherKindIsLeftOutAndSaid() {
        ForeignSettings read =
                ClientFile.read(
                                "bootstrap.servers=a:1\nsasl.mechanism=GSSAPI\n"
                                        + "sasl.username=u\nsasl.password=p")
                        .orElseThrow();

        assertThat(read.leftOut()).containsExactly("sasl.password", "sasl.username");
        assertThat(read.settings()).doesNotContainKey("sasl.jaas.config");
    }
}
