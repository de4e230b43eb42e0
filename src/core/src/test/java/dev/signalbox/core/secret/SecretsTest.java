package dev.signalbox.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir private Path folder;

    @Test
    void aSecretGoesToTheKeychainWhereThereIsOne() throws Exception {
        MapPlace keychain = new MapPlace();
        Secrets secrets = secrets(Optional.of(keychain), Optional.empty());

        assertThat(secrets.keep("shop/password", "s3cret")).isEqualTo("${keychain:shop/password}");
        assertThat(keychain.kept).containsExactly(Map.entry("shop/password", "s3cret"));
        assertThat(secrets.read("keychain", "shop/password")).contains("s3cret");
        assertThat(secrets.file().exists()).isFalse();
    }

    @Test
    void withoutAKeychainItGoesToTheFile() throws Exception {
        Secrets secrets = secrets(Optional.empty(), Optional.empty());
        secrets.file().open("password".toCharArray());

        assertThat(secrets.keep("shop/password", "s3cret")).isEqualTo("${secret:shop/password}");
        assertThat(secrets.read("secret", "shop/password")).contains("s3cret");
        assertThat(secrets.read("keychain", "shop/password")).isEmpty();
    }

    @Test
    void whereNobodyCanBeAskedTheEnvironmentOpensTheFile() throws Exception {
        Secrets asked = secrets(Optional.empty(), Optional.empty());
        asked.file().open("password".toCharArray());
        asked.keep("shop/password", "s3cret");

        Secrets told = secrets(Optional.empty(), Optional.of("password"));
        assertThat(told.read("secret", "shop/password")).contains("s3cret");
    }

    @Test
    void aProfileTellsWhetherItNeedsTheFile() {
        assertThat(Secrets.refersToFile("a ${secret:x} b")).isTrue();
        assertThat(Secrets.refersToFile("${keychain:x} ${env:secret}")).isFalse();
    }

    private Secrets secrets(Optional<SecretPlace> keychain, Optional<String> password) {
        return new Secrets(
                () -> keychain, new SecretFile(folder.resolve("secrets.json"), 1_000), password);
    }

    /// A keychain in memory.
    private static final class MapPlace implements SecretPlace {
        final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void write(String name, String secret) {
            kept.put(name, secret);
        }

        @Override
        public void remove(String name) {
            kept.remove(name);
        }
    }
}
