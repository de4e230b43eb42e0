package dev.signalbox.core.secret;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.FileTurn;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/// A file of secrets, encrypted with a password: for where there is no keychain. Closed until the password was given,
/// which is then kept as a key in memory only.
public final class SecretFile implements SecretPlace {
    private static final int VERSION = 1;

    private final Path file;
    private final int rounds;
    private volatile @Nullable SecretCipher cipher;

    public SecretFile(Path file) {
        this(file, SecretCipher.ROUNDS);
    }

    SecretFile(Path file, int rounds) {
        this.file = file;
        this.rounds = rounds;
    }

    /// The file.
    ///
    /// @param salt in Base64
    /// @param secrets nonce and ciphertext in Base64
    private record Content(int version, int rounds, String salt, String secrets) {
        byte[] saltBytes() throws IOException {
            return bytes(salt);
        }

        byte[] secretBytes() throws IOException {
            return bytes(secrets);
        }

        private static byte[] bytes(String base64) throws IOException {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    /// Whether there is one already; else the first password given makes it.
    public boolean exists() {
        return Files.exists(file);
    }

    public boolean isOpen() {
        return cipher != null;
    }

    /// Opens it, or makes it where there is none. Takes a moment on purpose.
    ///
    /// @throws ConnectorException `AUTHENTICATION` when the password is not the one, or the file was changed by
    ///     somebody who does not know it
    public void open(char[] password) throws ConnectorException {
        try (var _ = FileTurn.at(file)) {
            if (exists()) {
                Content content = content();
                SecretCipher tried =
                        new SecretCipher(password, content.saltBytes(), content.rounds());
                tried.decrypt(content.secretBytes());
                cipher = tried;
            } else {
                SecretCipher made = new SecretCipher(password, SecretCipher.newSalt(), rounds);
                save(made, Map.of());
                cipher = made;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    @Override
    public Optional<String> read(String name) throws ConnectorException {
        if (!exists()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(all(key()).get(name));
        } catch (IOException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(String name, String secret) throws ConnectorException {
        change(name, Optional.of(secret));
    }

    @Override
    public void remove(String name) throws ConnectorException {
        if (exists()) {
            change(name, Optional.empty());
        }
    }

    private void change(String name, Optional<String> secret) throws ConnectorException {
        SecretCipher key = key();
        try (var _ = FileTurn.at(file)) {
            Map<String, String> all = new TreeMap<>(exists() ? all(key) : Map.of());
            secret.ifPresentOrElse(value -> all.put(name, value), () -> all.remove(name));
            save(key, all);
        } catch (IOException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private SecretCipher key() throws ConnectorException {
        SecretCipher key = cipher;
        if (key == null) {
            throw problem(ProblemKind.AUTHENTICATION, "secrets.locked", "", null);
        }
        return key;
    }

    /// What is in the file now: another console may have written to it.
    private Map<String, String> all(SecretCipher key) throws IOException, GeneralSecurityException {
        Content content = content();
        if (!key.isFor(content.saltBytes(), content.rounds())) {
            throw new AEADBadTagException("another password");
        }
        return Json.mapper()
                .readValue(key.decrypt(content.secretBytes()), new TypeReference<>() {});
    }

    private Content content() throws IOException {
        Content content = Json.mapper().readValue(Files.readAllBytes(file), Content.class);
        if (content.version() != VERSION) {
            throw new IOException("version " + content.version());
        }
        return content;
    }

    private void save(SecretCipher key, Map<String, String> all)
            throws IOException, GeneralSecurityException {
        byte[] secrets = key.encrypt(Json.mapper().writeValueAsBytes(all));
        Base64.Encoder base64 = Base64.getEncoder();
        Content content =
                new Content(
                        VERSION,
                        key.rounds(),
                        base64.encodeToString(key.salt()),
                        base64.encodeToString(secrets));
        PrivateFiles.replace(
                file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }

    private ConnectorException failed(Exception cause) {
        return cause instanceof AEADBadTagException
                ? problem(ProblemKind.AUTHENTICATION, "secrets.password", "", cause)
                : problem(ProblemKind.UNEXPECTED, "secrets.failed", "" + cause.getMessage(), cause);
    }

    private ConnectorException problem(
            ProblemKind kind, String key, String reason, @Nullable Exception cause) {
        Problem problem =
                new Problem(kind, CoreTexts.get(key, file, reason), CoreTexts.get(key + ".remedy"));
        return cause == null
                ? new ConnectorException(problem)
                : new ConnectorException(problem, cause);
    }
}
