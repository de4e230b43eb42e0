package dev.signalbox.core.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long the console keeps what it keeps: `retention.json` beside the profiles.
///
/// Backups stay for ever unless the operator says otherwise: one may be the only copy of what was purged, and a disk that
/// fills is seen, while a backup that went by itself is missed when it is needed.
///
/// @param backups after which they expire; empty: never
/// @param replays for how long it is remembered that a letter was replayed; empty: for ever
public record Retention(Optional<Duration> backups, Optional<Duration> replays) {
    /// Longer than any broker is likely to keep a letter that could be replayed twice.
    public static final Retention USUAL = new Retention(Optional.empty(), days(400));

    public static final String NEVER = "never";

    private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,4})d");

    /// What the file says, in its words.
    private record Content(@Nullable String backups, @Nullable String replays) {}

    /// @throws ConnectorException `INVALID` for a file that cannot be understood: nothing may expire then
    public static Retention read(Path file) throws ConnectorException {
        if (!Files.exists(file)) {
            return USUAL;
        }
        try {
            Content content = Json.mapper().readValue(Files.readAllBytes(file), Content.class);
            return new Retention(
                    content.backups == null ? USUAL.backups : parse(content.backups),
                    content.replays == null ? USUAL.replays : parse(content.replays));
        } catch (JsonProcessingException e) {
            throw broken(file, e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw broken(file, String.valueOf(e.getMessage()), e);
        }
    }

    /// Replaces the file as a whole.
    public void write(Path file) throws ConnectorException {
        try {
            PrivateFiles.replace(
                    file,
                    Json.mapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(new Content(text(backups), text(replays))));
        } catch (IOException e) {
            throw broken(file, String.valueOf(e.getMessage()), e);
        }
    }

    public Retention withBackups(Optional<Duration> keep) {
        return new Retention(keep, replays);
    }

    /// Days, such as `30d`, or `never`.
    ///
    /// @throws IllegalArgumentException for anything else, and for less than a day
    public static Optional<Duration> parse(String text) {
        if (text.equals(NEVER)) {
            return Optional.empty();
        }
        Matcher matcher = DAYS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(CoreTexts.get("retention.value", text));
        }
        return days(Integer.parseInt(matcher.group(1)));
    }

    /// As [#parse] reads it.
    public static String text(Optional<Duration> keep) {
        return keep.map(each -> each.toDays() + "d").orElse(NEVER);
    }

    private static Optional<Duration> days(int count) {
        return Optional.of(Duration.ofDays(count));
    }

    private static ConnectorException broken(Path file, String reason, Exception cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        CoreTexts.get("retention.broken", file, reason),
                        CoreTexts.get("retention.broken.remedy")),
                cause);
    }
}
