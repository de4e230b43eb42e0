package dev.signalbox.app.connect;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Work;
import dev.signalbox.core.monitor.SecretResolver;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tries a connection once, without opening or saving it: reads what the first poll would read, and lets go of it.
/// Changes nothing on the server. Blocks; an interrupt ends it.
final class Trial implements Work<TestResult> {
    /// `host:port`, in a list or in a URL; a host in brackets is an IPv6 address.
    private static final Pattern ADDRESS =
            Pattern.compile("(?:^|[,/@\\s])(\\[[^]]+]|[A-Za-z0-9._-]+):\\d{1,5}(?=$|[,/\\s])");

    private final ConnectorProvider adapter;
    private final Profile profile;
    private final SecretResolver secrets;

    Trial(ConnectorProvider adapter, Profile profile, SecretResolver secrets) {
        this.adapter = adapter;
        this.profile = profile;
        this.secrets = secrets;
    }

    @Override
    public TestResult call() throws InterruptedException {
        Profile resolved;
        try {
            resolved = secrets.resolve(profile.forAdapter());
        } catch (ConnectorException e) {
            return new TestResult.Failed(TestStep.SETTINGS, e.problem());
        }
        Optional<Problem> unknown = unknownName(resolved);
        if (unknown.isPresent()) {
            return new TestResult.Failed(TestStep.NAME, unknown.get());
        }
        boolean asked = false;
        try (Connector connector = adapter.connect(resolved)) {
            asked = true;
            return new TestResult.Passed(connector.poll());
        } catch (ConnectorException e) {
            return new TestResult.Failed(TestStep.failedBy(e.problem(), asked), e.problem());
        }
    }

    /// Of every required setting that names servers, one name at least has to be known.
    private Optional<Problem> unknownName(Profile resolved) {
        return adapter.settings().stream()
                .filter(setting -> setting.required() && !setting.secret())
                .map(Setting::key)
                .map(key -> hosts(resolved.settings().getOrDefault(key, "")))
                .filter(hosts -> !hosts.isEmpty() && hosts.stream().noneMatch(Trial::isKnown))
                .findFirst()
                .map(
                        hosts ->
                                new Problem(
                                        ProblemKind.UNREACHABLE,
                                        text("test.unknown-name", String.join(", ", hosts)),
                                        text("test.unknown-name.remedy")));
    }

    static List<String> hosts(String value) {
        Matcher matcher = ADDRESS.matcher(value);
        return matcher.results().map(result -> result.group(1)).distinct().toList();
    }

    private static boolean isKnown(String host) {
        try {
            InetAddress.getByName(host);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
