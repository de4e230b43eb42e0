package dev.signalbox.core.profile;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts secrets in where a profile refers to them: `${env:NAME}` and `${file:PATH}`.
public final class SecretReferences {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

    private final Map<String, String> environment;

    public SecretReferences(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// The profile with every reference replaced. It is for connecting only: never shown, saved or logged.
    ///
    /// @throws ConnectorException `INVALID` when what is referred to is not there; it names the reference, never
    ///     a value
    public Profile resolve(Profile profile) throws ConnectorException {
        Map<String, String> resolved = new HashMap<>();
        for (Map.Entry<String, String> setting : profile.settings().entrySet()) {
            resolved.put(setting.getKey(), resolve(profile, setting.getKey(), setting.getValue()));
        }
        return new Profile(
                profile.id(),
                profile.name(),
                profile.type(),
                profile.environment(),
                profile.access(),
                resolved);
    }

    private String resolve(Profile profile, String key, String value) throws ConnectorException {
        Matcher matcher = REFERENCE.matcher(value);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String secret =
                    matcher.group(1).equals("env")
                            ? environment.get(matcher.group(2))
                            : readFile(matcher.group(2));
            if (secret == null) {
                throw new ConnectorException(
                        new Problem(
                                ProblemKind.INVALID,
                                CoreTexts.get(
                                        "secret.missing", profile.name(), key, matcher.group()),
                                CoreTexts.get("secret.missing.remedy")));
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(secret));
        }
        matcher.appendTail(text);
        return text.toString();
    }

    private static @org.jspecify.annotations.Nullable String readFile(String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            return null;
        }
    }
}
