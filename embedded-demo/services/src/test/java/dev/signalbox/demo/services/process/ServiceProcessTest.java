package dev.signalbox.demo.services.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.services.backend.Backend;
import dev.signalbox.demo.services.backend.Demo;
import dev.signalbox.demo.services.backend.ServiceUnderTest;
import dev.signalbox.demo.services.backend.TestTopic;
import dev.signalbox.demo.services.config.DatabaseAccess;
import dev.signalbox.demo.services.config.SeataAccess;
import dev.signalbox.demo.services.config.ServiceConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void aServiceWhoseLifeLineEndsStopsInOrderLeavesItsGroupAndStartsAgainOnItsTables()
            throws Exception {
        Demo demo = Demo.shared();
        demo.calmDown();
        for (ServiceUnderTest service : List.of(demo.order, demo.recommendation)) {
            String group = service.status().path("service").asText();
            await().atMost(PATIENCE).until(() -> TestTopic.members(group) == 1);

            assertThat(service.process().cutLifeline().awaitExit()).isZero();

            assertThat(service.process().output()).contains("ServiceProcess: stopped");
            await().atMost(PATIENCE).until(() -> TestTopic.members(group) == 0);
            service.startAgain();
        }
    }

    @Test
    void aServiceStartsWithoutItsCoordinatorAndItsBroker() throws Exception {
        SeataAccess nobody = new SeataAccess("127.0.0.1:" + TestPorts.free(), "demo_tx_group");
        ServiceConfig config =
                new ServiceConfig(
                        "stock",
                        TestPorts.free(),
                        "127.0.0.1:" + TestPorts.free(),
                        null,
                        nobody,
                        Backend.shared().newDatabase(),
                        Map.of(),
                        0,
                        "top-secret");
        try (ServiceUnderTest service = ServiceUnderTest.start(config).awaitReady()) {
            assertThat(service.counter("processed")).isZero();
            assertThat(service.process().cutLifeline().awaitExit()).isZero();
        }
    }

    @Test
    void aServiceThatCannotStartEndsItsProcessAndKeepsItsSecrets() throws Exception {
        Backend backend = Backend.shared();
        DatabaseAccess database = backend.newDatabase();
        ServiceConfig config =
                new ServiceConfig(
                        "recommendation",
                        TestPorts.free(),
                        backend.kafka(),
                        null,
                        backend.seata(),
                        new DatabaseAccess(database.url(), database.user(), "wrong-password"),
                        Map.of(),
                        0,
                        "top-secret");
        try (ServiceUnderTest service = ServiceUnderTest.start(config)) {
            assertThat(service.process().awaitExit()).isEqualTo(1);
            assertThat(service.process().output())
                    .contains("could not start")
                    .doesNotContain("wrong-password", "top-secret");
        }
    }
}
