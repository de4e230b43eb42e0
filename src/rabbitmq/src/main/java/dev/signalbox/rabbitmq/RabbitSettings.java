package dev.signalbox.rabbitmq;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/// What a profile says about one RabbitMQ.
///
/// @param uri with the vhost that names without one belong to
/// @param management address of the management API, without a path behind it
/// @param prometheus address of the Prometheus endpoint; empty: not used
/// @param moreVhosts shown beside the URI's own
/// @param rules how dead letters are recognised here
record RabbitSettings(
        AmqpUri uri,
        Login login,
        URI management,
        Login managementLogin,
        Optional<URI> prometheus,
        List<String> moreVhosts,
        Trust trust,
        DeadLetterRules rules) {
    static final String URI_KEY = "uri";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String MANAGEMENT = "management";
    static final String MANAGEMENT_USER = "management.user";
    static final String MANAGEMENT_PASSWORD = "management.password";
    static final String PROMETHEUS = "prometheus";
    static final String VHOSTS = "vhosts";

    private static final Set<String> KNOWN =
            Set.of(
                    URI_KEY,
                    USER,
                    PASSWORD,
                    MANAGEMENT,
                    MANAGEMENT_USER,
                    MANAGEMENT_PASSWORD,
                    PROMETHEUS,
                    VHOSTS);
    private static final int MANAGEMENT_PORT = 15672;
    private static final int MANAGEMENT_TLS_PORT = 15671;
    private static final int PROMETHEUS_PORT = 15692;
    private static final Duration USUAL_CONNECT = Duration.ofSeconds(5);
    private static final Duration USUAL_HEARTBEAT = Duration.ofSeconds(30);

    RabbitSettings {
        moreVhosts = List.copyOf(moreVhosts);
    }

    /// Who we say we are.
    record Login(String user, String password) {
        /// Never the password.
        @Override
        public String toString() {
            return user;
        }
    }

    /// Whom we believe.
    ///
    /// @param context with the authorities and our own certificate
    /// @param verified whether the server's certificate and its name are checked
    record Trust(SSLContext context, boolean verified) {}

    static RabbitSettings of(Map<String, String> settings) throws ConnectorException {
        checkKeys(settings);
        String text = setting(settings, URI_KEY).orElse("");
        if (text.isEmpty()) {
            throw RabbitProblems.exception(ProblemKind.INVALID, "uri.none");
        }
        AmqpUri uri = AmqpUri.parse(text);
        Login login =
                new Login(
                        setting(settings, USER).or(uri::user).orElse("guest"),
                        setting(settings, PASSWORD).or(uri::password).orElse("guest"));
        UriOptions.check(uri);
        return new RabbitSettings(
                uri,
                login,
                setting(settings, MANAGEMENT).isPresent()
                        ? web(MANAGEMENT, setting(settings, MANAGEMENT).get())
                        : managementOf(uri),
                new Login(
                        setting(settings, MANAGEMENT_USER).orElse(login.user()),
                        setting(settings, MANAGEMENT_PASSWORD).orElse(login.password())),
                prometheus(settings, uri),
                vhosts(settings, uri),
                TlsFiles.trust(uri),
                DeadLetterRules.of(settings));
    }

    private static void checkKeys(Map<String, String> settings) throws ConnectorException {
        for (String key : settings.keySet()) {
            if (!KNOWN.contains(key) && !DeadLetterRules.isRule(key)) {
                throw RabbitProblems.exception(ProblemKind.INVALID, "settings.unknown", key);
            }
        }
    }

    private static Optional<String> setting(Map<String, String> settings, String key) {
        return Optional.ofNullable(settings.get(key)).map(String::strip).filter(s -> !s.isEmpty());
    }

    private static URI managementOf(AmqpUri uri) {
        return uri.tls()
                ? web("https", uri.host(), MANAGEMENT_TLS_PORT)
                : web("http", uri.host(), MANAGEMENT_PORT);
    }

    private static Optional<URI> prometheus(Map<String, String> settings, AmqpUri uri)
            throws ConnectorException {
        Optional<String> given = setting(settings, PROMETHEUS);
        if (given.isEmpty()) {
            return Optional.of(web("http", uri.host(), PROMETHEUS_PORT));
        }
        return given.get().equals("off")
                ? Optional.empty()
                : Optional.of(web(PROMETHEUS, given.get()));
    }

    private static URI web(String scheme, String host, int port) {
        return URI.create(
                scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private static URI web(String key, String text) throws ConnectorException {
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && Stream.of("http", "https").anyMatch(s -> s.equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, without the text: it may hold a password.
        }
        throw RabbitProblems.exception(ProblemKind.INVALID, "settings.web", key);
    }

    private static List<String> vhosts(Map<String, String> settings, AmqpUri uri) {
        return setting(settings, VHOSTS).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(uri.vhost()))
                .distinct()
                .toList();
    }

    Duration connectTimeout() {
        return uri.parameter("connection_timeout")
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .orElse(USUAL_CONNECT);
    }

    Duration heartbeat() {
        return uri.parameter("heartbeat")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_HEARTBEAT);
    }

    /// 0: as many as the server allows.
    int channelMax() {
        return uri.parameter("channel_max").map(Integer::parseInt).orElse(0);
    }

    /// Whether the certificate says who we are, instead of user and password.
    boolean external() {
        return uri.parameters("auth_mechanism").contains("external");
    }
}
