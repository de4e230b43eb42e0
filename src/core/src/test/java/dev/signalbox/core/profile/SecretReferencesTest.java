package dev.signalbox.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {
    @TempDir private Path folder;
    private SecretReferences secrets;

    @BeforeEach
    void make() {
        secrets =
                new SecretReferences(
                        Map.of("PASSWORD", "pa$$\\word"), Secrets.ofUser(folder, Map.of()));
    }

    @Test
    void aSecretOfTheEncryptedFileIsPutIn() throws Exception {
        Secrets kept = Secrets.ofUser(folder, Map.of());
        kept.file().open("password".toCharArray());
        kept.file().write("shop/password", "s3cret");

        assertThat(
                        new SecretReferences(Map.of(), kept)
                                .resolve(profile("<${secret:shop/password}>"))
                                .settings())
                .containsEntry("key", "<s3cret>");
    }

    @Test
    void whatWasPutInIsKnownSoThatItCanBeLeftOut() throws Exception {
        Profile written = profile("user=\"a\" ${env:PASSWORD} and \n${env:PASSWORD}.");

        assertThat(SecretReferences.putIn(written, secrets.resolve(written)))
                .containsExactly("pa$$\\word");
        assertThat(SecretReferences.putIn(profile("plain"), profile("plain"))).isEmpty();
    }

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
        return String.valueOf(secrets.resolve(profile(value)).settings().get("key"));
    }

    private static Profile profile(String value) {
        return new Profile(
                "p", "P", "kafka", Environment.TEST, Access.READ_ONLY, Map.of("key", value));
    }
}
