package dev.signalbox.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    private static final int FEW_ROUNDS = 1_000;

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("secrets.json");
    }

    @Test
    void whatWasKeptIsFoundByAnotherConsoleThatKnowsThePassword() throws Exception {
        opened("correct horse").write("shop/password", "s3cret");

        assertThat(opened("correct horse").read("shop/password")).contains("s3cret");
        assertThat(opened("correct horse").read("other")).isEmpty();
    }

    @Test
    void theFileDoesNotTellWhatIsInIt() throws Exception {
        opened("correct horse").write("shop/password", "s3cret");

        assertThat(Files.readString(file)).doesNotContain("s3cret").doesNotContain("shop");
    }

    @Test
    void anotherPasswordDoesNotOpenIt() throws Exception {
        opened("correct horse").write("shop/password", "s3cret");

        refused(() -> opened("battery staple"));
    }

    @Test
    void aClosedFileTellsThatItIsLocked() throws Exception {
        opened("correct horse").write("shop/password", "s3cret");
        SecretFile closed = new SecretFile(file);

        assertThat(closed.isOpen()).isFalse();
        refused(() -> closed.read("shop/password"));
        refused(() -> closed.write("shop/password", "other"));
    }

    @Test
    void aFileThatSomebodyChangedIsNotBelieved() throws Exception {
        opened("correct horse").write("shop/password", "s3cret");
        Files.writeString(file, Files.readString(file).replaceFirst("1000", "1001"));

        refused(() -> opened("correct horse"));
    }

    @Test
    void consolesThatHaveItOpenDoNotWriteOverEachOther() throws Exception {
        SecretFile one = opened("correct horse");
        SecretFile other = opened("correct horse");
        one.write("a", "1");
        other.write("b", "2");

        assertThat(one.read("b")).contains("2");
        assertThat(other.read("a")).contains("1");
    }

    @Test
    void aForgottenSecretIsGone() throws Exception {
        SecretFile secrets = opened("correct horse");
        secrets.write("a", "1");
        secrets.remove("a");

        assertThat(secrets.read("a")).isEmpty();
    }

    private SecretFile opened(String password) throws ConnectorException {
        SecretFile secrets = new SecretFile(file, FEW_ROUNDS);
        secrets.open(password.toCharArray());
        return secrets;
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.AUTHENTICATION));
    }
}
