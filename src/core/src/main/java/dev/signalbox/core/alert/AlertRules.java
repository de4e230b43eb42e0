package dev.signalbox.core.alert;

import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.text.CoreTexts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an operator wants to be told of one connection, and how. Settings of its profile:
///
/// `alerts.connection-lost`, `alerts.transaction-age`: for how long, such as `90s`, `10m`, `2h`, or `off`;
/// `alerts.lag`: `stalled`, `warn` or `off`; `alerts.dead-letters`: more than so many a minute, or `off`;
/// `alerts.alarm`, `alerts.desktop`: `on` or `off`; `alerts.quiet`: such as `22:00-07:00`; `alerts.webhook`: an address
/// that is told by POST, which may refer to a secret.
///
/// @param lag from which verdict on; empty: never
/// @param deadLetters more than so many a minute; empty: never
public record AlertRules(
        Optional<Duration> connectionLost,
        Optional<Duration> transactionAge,
        Optional<Verdict> lag,
        OptionalDouble deadLetters,
        boolean alarm,
        Channels channels) {

    /// Beside the window, which is always told.
    ///
    /// @param desktop whether the desktop shows a notification
    public record Channels(boolean desktop, Optional<String> webhook, Optional<QuietHours> quiet) {}

    private static final String OFF = "off";
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "connection-lost", "1m",
                    "transaction-age", "10m",
                    "lag", "stalled",
                    "dead-letters", "0",
                    "alarm", "on",
                    "desktop", OFF,
                    "quiet", OFF,
                    "webhook", "");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smh])");

    /// @throws ConnectorException `INVALID` for a setting that is not understood; it names it
    public static AlertRules of(Map<String, String> settings) throws ConnectorException {
        for (String key : new TreeSet<>(settings.keySet())) {
            if (Profile.isOfConsole(key)
                    && !DEFAULTS.containsKey(key.substring(Profile.ALERTS.length()))) {
                throw invalid(key, settings.getOrDefault(key, ""));
            }
        }
        Reader reader = new Reader(settings);
        return new AlertRules(
                reader.span("connection-lost"),
                reader.span("transaction-age"),
                reader.verdict(),
                reader.rate(),
                reader.flag("alarm"),
                new Channels(
                        reader.flag("desktop"),
                        Optional.of(reader.value("webhook")).filter(it -> !it.isEmpty()),
                        reader.quiet()));
    }

    /// What holds where a profile says nothing, by the name of its setting without what all begin with.
    public static Map<String, String> defaults() {
        return DEFAULTS;
    }

    private record Reader(Map<String, String> settings) {
        String value(String name) {
            String otherwise = DEFAULTS.getOrDefault(name, "");
            return settings.getOrDefault(Profile.ALERTS + name, otherwise).strip();
        }

        Optional<Duration> span(String name) throws ConnectorException {
            String value = value(name);
            if (value.equals(OFF)) {
                return Optional.empty();
            }
            Matcher matcher = SPAN.matcher(value);
            if (!matcher.matches()) {
                throw invalid(Profile.ALERTS + name, value);
            }
            long amount = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        default -> Duration.ofHours(amount);
                    });
        }

        Optional<Verdict> verdict() throws ConnectorException {
            String value = value("lag");
            return switch (value) {
                case OFF -> Optional.empty();
                case "stalled" -> Optional.of(Verdict.STALLED);
                case "warn" -> Optional.of(Verdict.WARN);
                default -> throw invalid(Profile.ALERTS + "lag", value);
            };
        }

        OptionalDouble rate() throws ConnectorException {
            String value = value("dead-letters");
            if (value.equals(OFF)) {
                return OptionalDouble.empty();
            }
            if (!value.matches("\\d{1,9}(\\.\\d{1,3})?")) {
                throw invalid(Profile.ALERTS + "dead-letters", value);
            }
            return OptionalDouble.of(Double.parseDouble(value));
        }

        boolean flag(String name) throws ConnectorException {
            String value = value(name);
            return switch (value) {
                case "on" -> true;
                case OFF -> false;
                default -> throw invalid(Profile.ALERTS + name, value);
            };
        }

        Optional<QuietHours> quiet() throws ConnectorException {
            String value = value("quiet");
            Optional<QuietHours> quiet = QuietHours.parse(value);
            if (quiet.isEmpty() && !value.equals(OFF)) {
                throw invalid(Profile.ALERTS + "quiet", value);
            }
            return quiet;
        }
    }

    private static ConnectorException invalid(String key, String value) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        CoreTexts.get("alerts.setting", key, value),
                        CoreTexts.get("alerts.setting.remedy")));
    }
}
