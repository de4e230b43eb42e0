package dev.signalbox.core.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDescriptionTest {
    @TempDir Path folder = Path.of("");

    @Test
    void isReadFromTheFolderOfARunningDemo() throws Exception {
        write(description(ProcessHandle.current().pid()));

        DemoDescription demo = DemoDescription.ofRunning(folder).orElseThrow();

        assertThat(demo.databases().get("orders"))
                .isEqualTo(new DemoDescription.Database("jdbc:postgresql://h/orders", "u", "s3"));
        assertThat(demo.profiles())
                .extracting(Profile::type, Profile::settings)
                .containsExactly(
                        tuple("kafka", Map.of("bootstrap.servers", "127.0.0.1:2")),
                        tuple(
                                "seata",
                                Map.of(
                                        "server", "127.0.0.1:3",
                                        "console", "http://127.0.0.1:4",
                                        "user", "seata",
                                        "password", "s2",
                                        "group", "demo_tx_group")));
    }

    @Test
    void aDemoOnRabbitMqIsReachedAsRabbitMq() throws Exception {
        write(onRabbit(description(ProcessHandle.current().pid())));

        DemoDescription demo = DemoDescription.ofRunning(folder).orElseThrow();

        assertThat(demo.broker()).isEqualTo(DemoBroker.RABBITMQ);
        assertThat(demo.profiles())
                .extracting(Profile::id, Profile::type)
                .containsExactly(tuple("demo-rabbitmq", "rabbitmq"), tuple("demo-seata", "seata"));
        assertThat(demo.profiles().getFirst().settings())
                .isEqualTo(
                        Map.of(
                                "uri", "amqp://127.0.0.1:2/shop",
                                "management", "http://127.0.0.1:5",
                                "prometheus", "http://127.0.0.1:6",
                                "user", "demo",
                                "password", "s4"));
        assertThat(demo.toString() + demo.profiles()).doesNotContain("s4");
    }

    private static String onRabbit(String description) {
        return description.replace(
                "\"kafka\": \"127.0.0.1:2\"",
                """
                "rabbitmq": {"uri": "amqp://127.0.0.1:2/shop", "management": "http://127.0.0.1:5",
                 "prometheus": "http://127.0.0.1:6", "user": "demo", "password": "s4"}
                """);
    }

    @Test
    void showsNoSecretWhenPrinted() throws Exception {
        write(description(ProcessHandle.current().pid()));

        DemoDescription demo = DemoDescription.ofRunning(folder).orElseThrow();

        assertThat(demo.toString() + demo.databases() + demo.profiles())
                .doesNotContain("s1")
                .doesNotContain("s2")
                .doesNotContain("s3");
    }

    @Test
    void aFileLeftByAKilledDemoIsNoDemo() throws Exception {
        write(description(Integer.MAX_VALUE));

        assertThat(DemoDescription.ofRunning(folder)).isEmpty();
    }

    @Test
    void noFileIsNoDemo() throws Exception {
        assertThat(DemoDescription.ofRunning(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"pid\": 1, \"token\": \"s1\"}", "\"s1"})
    void aBrokenFileIsAProblemThatNamesItAndShowsNoSecret(String content) throws IOException {
        write(content);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> DemoDescription.ofRunning(folder))
                .matches(thrown -> thrown.problem().kind() == ProblemKind.INVALID)
                .withMessageContaining("demo.json")
                .withMessageNotContaining("s1");
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("demo.json"), content);
    }

    private static String description(long pid) {
        return """
        {"pid": %d, "control": "http://127.0.0.1:1", "token": "s1", "kafka": "127.0.0.1:2",
         "seata": {"server": "127.0.0.1:3", "console": "http://127.0.0.1:4", "user": "seata",
                   "password": "s2", "group": "demo_tx_group"},
         "databases": {"orders": {"url": "jdbc:postgresql://h/orders", "user": "u", "password": "s3"}},
         "added later": 1}
        """
                .formatted(pid);
    }
}
