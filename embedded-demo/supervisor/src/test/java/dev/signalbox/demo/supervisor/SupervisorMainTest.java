package dev.signalbox.demo.supervisor;

import static dev.signalbox.demo.supervisor.RunningSupervisor.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The supervisor with real servers, as few as each test needs.
class SupervisorMainTest {
    private static final String SERVERS = "database,broker,coordinator";

    @TempDir Path place;

    @Test
    void aStopRequestEndsEverything() throws Exception {
        try (RunningSupervisor demo = broker()) {
            assertThat(demo.send("POST", "/stop", "").statusCode()).isEqualTo(200);

            assertThat(demo.awaitExit()).isZero();
            demo.mustHaveLeftNothing();
            assertThat(demo.output()).endsWith("{\"event\":\"stopped\"}");
            assertThat(demo.folder().resolve("demo.json")).doesNotExist();
            assertThat(demo.folder().resolve("run")).doesNotExist();
        }
    }

    @Test
    void aSignalEndsEverything() throws Exception {
        try (RunningSupervisor demo =
                RunningSupervisor.start(place, "--parts", "database").awaitUp()) {
            demo.process().toHandle().destroy();

            demo.awaitExit();
            demo.mustHaveLeftNothing();
            assertThat(demo.output()).endsWith("{\"event\":\"stopped\"}");
        }
    }

    @Test
    void killedPartsComeBackWhereTheyWereAndNothingOutlivesAKilledSupervisor() throws Exception {
        try (RunningSupervisor demo =
                RunningSupervisor.start(place, "--parts", SERVERS).awaitUp()) {
            JsonNode before = demo.description();
            for (String name : SERVERS.split(",", -1)) {
                kill(demo.part(name).path("pid").asLong());
                await().until(() -> demo.has("{\"event\":\"down\",\"part\":\"" + name + "\""));
            }
            for (String name : SERVERS.split(",", -1)) {
                await().until(() -> isUpAgain(demo.part(name)));
            }
            assertThat(demo.description()).isEqualTo(before);
            assertThat(demo.ports()).allMatch(TestPorts::listens);

            demo.takeNote();
            demo.process().destroyForcibly();
            demo.awaitExit();
            demo.mustHaveLeftNothing();
        }
    }

    @Test
    void aSupervisorThatIsKilledWhileItStartsLeavesNothingAndItsFolderCanBeUsedAgain()
            throws Exception {
        try (RunningSupervisor demo = RunningSupervisor.start(place, "--parts", SERVERS)) {
            for (String name : SERVERS.split(",", -1)) {
                await().until(() -> demo.has("{\"event\":\"starting\",\"part\":\"" + name + "\"}"));
            }
            demo.takeNote();
            demo.process().destroyForcibly();
            demo.awaitExit();
            demo.mustHaveLeftNothing();
        }
        try (RunningSupervisor again = broker()) {
            again.process().getOutputStream().close();

            assertThat(again.awaitExit()).isZero();
            again.mustHaveLeftNothing();
        }
    }

    @Test
    void aStoppedBrokerComesBackOnItsPort() throws Exception {
        try (RunningSupervisor demo = broker()) {
            int port = URI.create("tcp://" + demo.description().path("kafka").asText()).getPort();

            demo.send("PUT", "/incidents/broker-stopped", "{\"on\":true}");
            assertThat(TestPorts.listens(port)).isFalse();
            assertThat(demo.part("broker").path("state").asText()).isEqualTo("STOPPED");
            assertThat(demo.state().at("/incidents/0/on").asBoolean()).isTrue();

            demo.send("PUT", "/incidents/broker-stopped", "{\"on\":false}");
            await().until(() -> demo.part("broker").path("state").asText().equals("UP"));
            assertThat(TestPorts.listens(port)).isTrue();
            assertThat(
                            demo.has(
                                    "{\"event\":\"incident\",\"name\":\"broker-stopped\",\"on\":false}"))
                    .isTrue();
        }
    }

    @Test
    void aSecondDemoInTheSameFolderIsRefusedAndDoesNoHarm() throws Exception {
        try (RunningSupervisor demo = broker();
                RunningSupervisor second = RunningSupervisor.start(place, "--parts", "broker")) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.has("{\"event\":\"failed\",\"reason\":\"A demo is running")).isTrue();
            assertThat(demo.part("broker").path("state").asText()).isEqualTo("UP");
            assertThat(demo.description().path("kafka").asText()).isNotEmpty();
        }
    }

    @Test
    void aPartThatCannotStartIsNamedAndTheOthersAreEnded() throws Exception {
        Path home = homeWithoutBroker();
        try (RunningSupervisor demo = RunningSupervisor.start(home, place, "--parts", SERVERS)) {
            assertThat(demo.awaitExit()).isEqualTo(1);

            assertThat(demo.has("{\"event\":\"failed\",\"part\":\"broker\"")).isTrue();
            assertThat(demo.output()).endsWith("{\"event\":\"stopped\"}");
            demo.mustHaveEnded();
        }
    }

    @Test
    void wrongUsageIsExplained() throws Exception {
        try (RunningSupervisor demo = RunningSupervisor.start(place, "--colour")) {
            assertThat(demo.awaitExit()).isEqualTo(2);
            assertThat(demo.has("Unknown option --colour")).isTrue();
        }
    }

    private RunningSupervisor broker() throws IOException {
        return RunningSupervisor.start(place, "--parts", "broker").awaitUp();
    }

    private static boolean isUpAgain(JsonNode part) {
        return part.path("state").asText().equals("UP") && part.path("restarts").asInt() == 1;
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /// The broker's folder is there, with nothing in it that could be started.
    private Path homeWithoutBroker() throws IOException {
        Path real = Path.of(System.getProperty("demo.home"), "lib");
        Path home = place.resolve("home");
        Path lib = Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(lib.resolve("broker"));
        for (String module : new String[] {"database", "coordinator"}) {
            Path folder = Files.createDirectories(lib.resolve(module));
            try (Stream<Path> jars = Files.list(real.resolve(module))) {
                for (Path jar : jars.toList()) {
                    Files.createSymbolicLink(folder.resolve(jar.getFileName()), jar);
                }
            }
        }
        return home;
    }
}
