package dev.signalbox.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerMainTest {
    @TempDir Path folder;

    private BrokerUnderTest broker;

    @BeforeEach
    void choosePorts() {
        broker = new BrokerUnderTest(folder);
    }

    @Test
    void aMessageOutlivesAStopAndTheBrokerComesBackOnItsPort() throws Exception {
        try (PartProcess process = broker.start()) {
            broker.send("kept");
            assertThat(process.cutLifeline().awaitExit()).isZero();
        }
        assertThat(TestPorts.listens(broker.port)).isFalse();

        try (PartProcess _ = broker.start()) {
            assertThat(broker.read()).containsExactly("kept");
        }
    }

    @Test
    void aMessageOutlivesAKilledBroker() throws Exception {
        try (PartProcess process = broker.start()) {
            broker.send("kept");
            process.kill().awaitExit();
        }

        try (PartProcess _ = broker.start()) {
            assertThat(broker.read()).containsExactly("kept");
        }
    }
}
