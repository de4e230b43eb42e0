package dev.signalbox.rabbitmq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Certificates that vouch for themselves, made with the JDK's keytool.
final class Certificates {
    private static final char[] PASSWORD = "password".toCharArray();

    private static @Nullable Pem valid;
    private static @Nullable Pem expired;

    private Certificates() {}

    /// A certificate, its key and the authority that vouches for it, each as PEM.
    record Pem(Path certificate, Path key, Path authority) {}

    /// Of this machine, good for a year; one for the whole run, for each takes the JDK's tool two starts.
    static synchronized Pem valid() {
        Pem known = valid;
        if (known == null) {
            known = write("valid", 0);
            valid = known;
        }
        return known;
    }

    /// Of this machine too, from an authority of its own, and expired ten days ago.
    static synchronized Pem expired() {
        Pem known = expired;
        if (known == null) {
            known = write("expired", 10);
            expired = known;
        }
        return known;
    }

    private static Pem write(String purpose, int expiredDays) {
        String name = "localhost";
        try {
            Path target = Files.createDirectories(Path.of("target", "certificates"));
            Path folder = Files.createTempDirectory(target, purpose).toAbsolutePath();
            Path file = folder.resolve(name + ".p12");
            keytool(
                    file,
                    List.of(
                            "-alias",
                            "authority",
                            "-dname",
                            "CN=Authority",
                            "-ext",
                            "bc:c=ca:true"));
            keytool(
                    file,
                    List.of(
                            "-alias",
                            "own",
                            "-signer",
                            "authority",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "san=dns:" + name + ",ip:127.0.0.1",
                            "-startdate",
                            expiredDays == 0 ? "-1d" : "-" + (expiredDays + 30) + "d",
                            "-validity",
                            expiredDays == 0 ? "365" : "30"));
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            return new Pem(
                    pem(
                            folder.resolve(name + ".pem"),
                            "CERTIFICATE",
                            store.getCertificate("own").getEncoded()),
                    pem(
                            folder.resolve(name + "-key.pem"),
                            "PRIVATE KEY",
                            store.getKey("own", PASSWORD).getEncoded()),
                    pem(
                            folder.resolve(name + "-authority.pem"),
                            "CERTIFICATE",
                            store.getCertificate("authority").getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        command.addAll(options);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(
                                what,
                                Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(content),
                                what));
    }
}
