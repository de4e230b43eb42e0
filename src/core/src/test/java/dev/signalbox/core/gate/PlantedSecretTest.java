package dev.signalbox.core.gate;

import static dev.signalbox.core.gate.GateFixture.purge;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plants a secret, lets a client quote it wherever it can, and searches everything that was written.
class PlantedSecretTest {
    private static final String SECRET = "pl4nted-Secret!";

    @TempDir private Path folder;
    private GateFixture gate;
    private Profile profile;

    @BeforeEach
    void plant() throws ConnectorException {
        gate = new GateFixture(folder);
        gate.broker.put(3);
        gate.workbench.secrets().file().open("the password".toCharArray());
        gate.workbench.secrets().file().write("planted/password", SECRET);
        profile =
                new Profile(
                        "planted",
                        "Planted",
                        "shelf",
                        Environment.TEST,
                        Access.READ_WRITE,
                        Map.of(
                                "sasl.jaas.config",
                                "Login required username=\"shop\""
                                        + " password=\"${secret:planted/password}\";"));
        gate.workbench.profiles().put(Optional.empty(), profile);
        gate.workbench.connections().open(profile);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aSecretThatTheClientQuotesIsNeitherToldNorWritten() throws Exception {
        gate.broker.beforeExecuting =
                () -> {
                    throw new ConnectorException(
                            new Problem(
                                    ProblemKind.AUTHENTICATION,
                                    "Cannot log in with " + SECRET,
                                    "",
                                    "password=\"" + SECRET + "\""));
                };
        Plan plan = gate.actions().plan(profile.id(), purge());
        Operation.State state =
                gate.actions().start(profile.id(), plan, Confirmation.of(plan.id())).await();
        ProfileExchange.write(folder.resolve("exported.json"), List.of(profile));

        assertThat(state.problem().orElseThrow().summary()).isEqualTo("Cannot log in with ***");
        assertThat(state.problem().orElseThrow().details()).isEqualTo("password=\"***\"");
        assertThat(Files.readString(gate.auditFile())).contains("Cannot log in with ***");
        assertThat(filesWith(SECRET)).isEmpty();
        assertThat(filesWith("Cannot log in")).isNotEmpty();
    }

    private List<Path> filesWith(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, words))
                    .toList();
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(words);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
