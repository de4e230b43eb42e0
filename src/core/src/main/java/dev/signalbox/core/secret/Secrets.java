package dev.signalbox.core.secret;

import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Keeps secrets in the keychain where there is one, else in a file encrypted with a password. Profiles hold
/// `${keychain:NAME}` or `${secret:NAME}`, which says where it is.
public final class Secrets {
    public static final String KEYCHAIN = "keychain";
    public static final String FILE = "secret";

    private static final String PASSWORD_VARIABLE = "SIGNALBOX_SECRETS_PASSWORD";
    private static final Pattern IN_FILE = Pattern.compile("\\$\\{" + FILE + ":[^}]+}");

    private final Supplier<Optional<SecretPlace>> findKeychain;
    private final SecretFile file;
    private final Optional<String> password;
    private Optional<SecretPlace> keychain = Optional.empty();
    private boolean looked;

    /// @param findKeychain asked once, when a secret is first wanted: it takes a moment, and most need none
    /// @param password of the file, where it is known without asking
    public Secrets(
            Supplier<Optional<SecretPlace>> findKeychain,
            SecretFile file,
            Optional<String> password) {
        this.findKeychain = findKeychain;
        this.file = file;
        this.password = password;
    }

    /// Those of this user. Where nobody can be asked for the password of the file, the environment tells it.
    public static Secrets ofUser(Path config, Map<String, String> environment) {
        SecretFile file = new SecretFile(config.resolve("secrets.json"));
        return new Secrets(
                Keychain::find, file, Optional.ofNullable(environment.get(PASSWORD_VARIABLE)));
    }

    /// The one for where there is no keychain.
    public SecretFile file() {
        return file;
    }

    /// Whether there is a keychain. Blocks the first time.
    public boolean hasKeychain() {
        return keychain().isPresent();
    }

    /// Whether this value refers to the file, which has to be open then.
    public static boolean refersToFile(String value) {
        return IN_FILE.matcher(value).find();
    }

    /// What a reference stands for; empty when there is no such secret.
    ///
    /// @param place `keychain` or `secret`
    public Optional<String> read(String place, String name) throws ConnectorException {
        if (place.equals(FILE)) {
            openIfKnown();
            return file.read(name);
        }
        Optional<SecretPlace> found = keychain();
        return found.isPresent() ? found.get().read(name) : Optional.empty();
    }

    /// Keeps a secret and returns the reference to it, for the profile.
    ///
    /// @throws ConnectorException `AUTHENTICATION` when the file would have to keep it and is closed
    public String keep(String name, String secret) throws ConnectorException {
        Optional<SecretPlace> found = keychain();
        if (found.isPresent()) {
            found.get().write(name, secret);
            return "${" + KEYCHAIN + ":" + name + "}";
        }
        openIfKnown();
        file.write(name, secret);
        return "${" + FILE + ":" + name + "}";
    }

    private void openIfKnown() throws ConnectorException {
        if (!file.isOpen() && password.isPresent()) {
            file.open(password.get().toCharArray());
        }
    }

    private synchronized Optional<SecretPlace> keychain() {
        if (!looked) {
            keychain = findKeychain.get();
            looked = true;
        }
        return keychain;
    }
}
