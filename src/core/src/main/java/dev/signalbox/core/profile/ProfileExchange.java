package dev.signalbox.core.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Profiles in a file to be passed on. What goes out has no secrets, only the references to them; what comes in starts
/// with the least rights.
public final class ProfileExchange {
    /// A secret within a value: `password="x"`.
    private static final Pattern WITHIN =
            Pattern.compile(
                    "(?i)((?:passw\\w*|secret|token\\w*)\\s*[=:]\\s*)(\"[^\"]*\"|[^\\s;,]+)");

    /// A login within an address: `amqp://user:x@host`.
    private static final Pattern LOGIN = Pattern.compile("(://[^/\\s:@]*):([^/\\s@]*)@");

    private ProfileExchange() {}

    /// Writes them without their secrets. A file that is there is replaced.
    public static void write(Path file, List<Profile> profiles) throws ConnectorException {
        try {
            List<Profile> open = profiles.stream().map(ProfileExchange::withoutSecrets).toList();
            PrivateFiles.replace(file, ProfileFile.of(open).toBytes());
        } catch (IOException e) {
            throw failed("profiles.cannot-export", file, "?", String.valueOf(e.getMessage()), e);
        }
    }

    /// Reads them from a file of somebody else: those of production may change nothing until their owner lets them.
    public static List<Profile> read(Path file) throws ConnectorException {
        try {
            return ProfileFile.parse(Files.readAllBytes(file)).toProfiles().stream()
                    .map(ProfileExchange::careful)
                    .toList();
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "?" : "" + e.getLocation().getLineNr();
            throw failed("profiles.cannot-import", file, line, e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw failed("profiles.cannot-import", file, "?", String.valueOf(e.getMessage()), e);
        }
    }

    /// Reads them from a file of ours, or of a tool that keeps several in one.
    public static List<Profile> read(Path file, List<? extends ForeignProfiles> tools)
            throws ConnectorException {
        List<Profile> foreign = foreign(file, tools);
        return foreign.isEmpty() ? read(file) : foreign;
    }

    /// Those in a file of a tool that keeps several in one; none where it is no such file.
    public static List<Profile> foreign(Path file, List<? extends ForeignProfiles> tools)
            throws ConnectorException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".json")) {
            return List.of();
        }
        String content;
        try {
            content = Files.readString(file);
        } catch (IOException e) {
            throw failed("profiles.cannot-import", file, "?", String.valueOf(e.getMessage()), e);
        }
        for (ForeignProfiles tool : tools) {
            List<Profile> found = tool.profilesIn(name, content);
            if (!found.isEmpty()) {
                return found.stream()
                        .map(ProfileExchange::withoutSecrets)
                        .map(ProfileExchange::careful)
                        .toList();
            }
        }
        return List.of();
    }

    private static Profile careful(Profile profile) {
        return profile.environment() == Environment.PRODUCTION
                ? profile.with(Access.READ_ONLY)
                : profile;
    }

    static Profile withoutSecrets(Profile profile) {
        Map<String, String> open = new TreeMap<>();
        profile.settings()
                .forEach(
                        (key, value) ->
                                withoutSecret(key, value).ifPresent(told -> open.put(key, told)));
        return profile.with(open);
    }

    /// Empty where nothing but a secret is left.
    private static Optional<String> withoutSecret(String key, String value) {
        if (SecretReferences.isSecretName(key)) {
            boolean plain =
                    WITHIN.matcher(value).find()
                            ? !within(value).equals(value)
                            : !SecretReferences.isReference(value);
            return plain ? Optional.empty() : Optional.of(value);
        }
        return Optional.of(within(value));
    }

    private static String within(String value) {
        String told =
                WITHIN.matcher(value)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                isReference(found.group(2))
                                                        ? found.group()
                                                        : found.group(1)));
        return LOGIN.matcher(told)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        isReference(found.group(2))
                                                ? found.group()
                                                : found.group(1) + "@"));
    }

    private static boolean isReference(String quoted) {
        return SecretReferences.isReference(quoted.replaceAll("^\"|\"$", ""));
    }

    private static ConnectorException failed(
            String key, Path file, String line, String reason, Exception cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        key.endsWith("import")
                                ? CoreTexts.get(key, file, line, reason)
                                : CoreTexts.get(key, file, reason),
                        CoreTexts.get(key + ".remedy")),
                cause);
    }
}
