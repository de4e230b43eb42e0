package dev.signalbox.core.profile;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.secret.Secrets;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts secrets in where a profile refers to them: `${env:NAME}`, `${file:PATH}`, `${keychain:NAME}` and
/// `${secret:NAME}`.
public final class SecretReferences {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(env|file|keychain|secret):([^}]+)}");

    /// Settings that hold secrets by their names, whichever adapter they are for.
    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "(?i).*(passw|passphrase|secret|token|credential|jaas|webhook|private.?key).*");

    private final Map<String, String> environment;
    private final Secrets secrets;

    public SecretReferences(Map<String, String> environment, Secrets secrets) {
        this.environment = Map.copyOf(environment);
        this.secrets = secrets;
    }

    /// Whether a setting of this name holds a secret.
    public static boolean isSecretName(String setting) {
        return SECRET_NAME.matcher(setting).matches();
    }

    /// Whether part of the value at least is a reference.
    public static boolean hasReference(String value) {
        return REFERENCE.matcher(value).find();
    }

    /// Whether the value is nothing but a reference.
    public static boolean isReference(String value) {
        return REFERENCE.matcher(value).matches();
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
        return profile.with(resolved);
    }

    /// What was put in the place of references.
    public static Set<String> putIn(Profile profile, Profile resolved) {
        Set<String> secrets = new HashSet<>();
        profile.settings()
                .forEach(
                        (key, written) ->
                                collect(
                                        written,
                                        resolved.settings().getOrDefault(key, ""),
                                        secrets));
        return secrets;
    }

    private static void collect(String written, String resolved, Set<String> secrets) {
        Matcher references = REFERENCE.matcher(written);
        StringBuilder shape = new StringBuilder();
        int end = 0;
        while (references.find()) {
            shape.append(Pattern.quote(written.substring(end, references.start()))).append("(.*?)");
            end = references.end();
        }
        shape.append(Pattern.quote(written.substring(end)));
        Matcher values = Pattern.compile(shape.toString(), Pattern.DOTALL).matcher(resolved);
        if (values.matches()) {
            for (int group = 1; group <= values.groupCount(); group++) {
                secrets.add(values.group(group));
            }
        }
    }

    private String resolve(Profile profile, String key, String value) throws ConnectorException {
        Matcher matcher = REFERENCE.matcher(value);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String secret = find(matcher.group(1), matcher.group(2));
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

    private @Nullable String find(String place, String name) throws ConnectorException {
        return switch (place) {
            case "env" -> environment.get(name);
            case "file" -> readFile(name);
            default -> secrets.read(place, name).orElse(null);
        };
    }

    private static @Nullable String readFile(String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            return null;
        }
    }
}
