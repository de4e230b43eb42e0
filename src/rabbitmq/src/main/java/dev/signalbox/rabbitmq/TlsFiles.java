package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.RabbitSettings.Trust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Authorities, certificate and key from the PEM files that an AMQP URI names.
final class TlsFiles {
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final char[] NO_PASSWORD = new char[0];

    private TlsFiles() {}

    static Trust trust(AmqpUri uri) throws ConnectorException {
        boolean verified = !uri.parameter("verify").equals(Optional.of("verify_none"));
        Optional<String> authorities = uri.parameter("cacertfile");
        Optional<String> certificate = uri.parameter("certfile");
        Optional<String> key = uri.parameter("keyfile");
        if (certificate.isPresent() != key.isPresent()) {
            throw RabbitProblems.exception(ProblemKind.INVALID, "tls.half-a-pair");
        }
        TrustManager @Nullable [] trusted = null;
        if (!verified) {
            trusted = new TrustManager[] {new Credulous()};
        } else if (authorities.isPresent()) {
            trusted = trustManagers(certificates(authorities.get()));
        }
        KeyManager @Nullable [] own =
                certificate.isPresent() && key.isPresent()
                        ? keyManagers(certificates(certificate.get()), key(key.get()))
                        : null;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trusted, null);
            return new Trust(context, verified);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static TrustManager[] trustManagers(List<Certificate> authorities) {
        try {
            KeyStore store = emptyStore();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a store in memory", e);
        }
    }

    private static KeyManager[] keyManagers(List<Certificate> chain, PrivateKey key)
            throws ConnectorException {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("own", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new ConnectorException(
                    RabbitProblems.problem(ProblemKind.INVALID, "tls.not-a-pair"), e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static List<Certificate> certificates(String file) throws ConnectorException {
        byte[] content = read(file);
        try {
            List<Certificate> certificates =
                    List.copyOf(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificates(new ByteArrayInputStream(content)));
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (GeneralSecurityException e) {
            // The same to the operator as a file without any.
        }
        throw RabbitProblems.exception(ProblemKind.INVALID, "tls.no-certificate", file);
    }

    private static PrivateKey key(String file) throws ConnectorException {
        Matcher pem = KEY.matcher(new String(read(file), StandardCharsets.US_ASCII));
        if (pem.find()) {
            try {
                PKCS8EncodedKeySpec spec =
                        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
                for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
                    Optional<PrivateKey> key = key(algorithm, spec);
                    if (key.isPresent()) {
                        return key.get();
                    }
                }
            } catch (IllegalArgumentException e) {
                // Not Base64: the same to the operator as a file without a key.
            }
        }
        throw RabbitProblems.exception(ProblemKind.INVALID, "tls.no-key", file);
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec spec) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static byte[] read(String file) throws ConnectorException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new ConnectorException(
                    RabbitProblems.problem(ProblemKind.INVALID, "tls.no-file", file), e);
        }
    }
}
