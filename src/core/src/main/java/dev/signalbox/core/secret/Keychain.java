package dev.signalbox.core.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keychain of the desktop: Secret Service or KWallet, macOS Keychain, Windows Credential Manager.
final class Keychain implements SecretPlace {
    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final String SERVICE = "Signalbox";

    private final Keyring keyring;

    private Keychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /// Empty where there is none: a server without a desktop, a session without D-Bus.
    static Optional<SecretPlace> find() {
        try {
            return Optional.of(new Keychain(Keyring.create()));
        } catch (BackendNotSupportedException | LinkageError e) {
            LOG.info("No keychain here: {}", e.toString());
            return Optional.empty();
        }
    }

    /// The library tells no difference between a secret that is not there and a keychain that refuses.
    @Override
    public Optional<String> read(String name) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, name));
        } catch (PasswordAccessException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, String secret) throws ConnectorException {
        try {
            keyring.setPassword(SERVICE, name, secret);
        } catch (PasswordAccessException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.AUTHORIZATION,
                            CoreTexts.get("keychain.refused", name),
                            CoreTexts.get("keychain.refused.remedy")),
                    e);
        }
    }

    @Override
    public void remove(String name) {
        try {
            keyring.deletePassword(SERVICE, name);
        } catch (PasswordAccessException e) {
            LOG.info("The keychain had nothing to forget for {}", name);
        }
    }
}
