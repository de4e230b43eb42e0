package dev.signalbox.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {
    private final SecretReferences secrets = new SecretReferences(Map.of("PASSWORD", "pa$$\\word"));

    @TempDir private Path folder;

    @Test
    void aVariableIsPutIn() throws Exception {
        assertThat(resolve("login ${env:PASSWORD} now")).isEqualTo("login pa$$\\word now");
    }

    @Test
    void aFileIsPutInWithoutItsLastNewline() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");

        assertThat(resolve("${file:" + file + "}")).isEqualTo("s3cret");
    }

    @Test
    void aPlainValueStaysAsItIs() throws Exception {
        assertThat(resolve("localhost:9092")).isEqualTo("localhost:9092");
    }

    @Test
    void aSecretThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> resolve("${env:NOT_SET}"))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(e.problem().summary()).contains("${env:NOT_SET}");
                        });
    }

    private String resolve(String value) throws ConnectorException {
        Profile profile =
                new Profile(
                        "p",
                        "P",
                        "kafka",
                        Environment.TEST,
                        Access.READ_ONLY,
                        Map.of("key", value));
        return String.valueOf(secrets.resolve(profile).settings().get("key"));
    }
}
