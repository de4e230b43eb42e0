package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.DeadLetter.Cause;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What letters of one cause have in common.
///
/// @param exceptionClass or the broker's reason; empty where nothing tells
/// @param message with ids, numbers, times and quoted values replaced by what they are, such as `<n>`
/// @param frames methods at the top of the stack trace
/// @param origin the destination the letters died on, where it is told
public record CauseKey(
        String exceptionClass, String message, List<String> frames, Optional<String> origin) {
    private static final int FRAMES = 3;
    private static final int ID_BYTES = 6;

    public CauseKey {
        frames = List.copyOf(frames);
    }

    public static CauseKey of(DeadLetter letter) {
        Optional<Cause> cause = letter.cause();
        return new CauseKey(
                cause.map(Cause::exceptionClass).orElse(""),
                cause.map(Cause::message).map(CauseText::normalised).orElse(""),
                cause.map(Cause::stackTrace)
                        .map(trace -> StackTraces.topFrames(trace, FRAMES))
                        .orElse(List.of()),
                letter.originDestination());
    }

    /// Twelve hexadecimal digits that are the same today and tomorrow, for notes and for the command line.
    public String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, exceptionClass);
            update(digest, message);
            frames.forEach(frame -> update(digest, frame));
            update(digest, origin.orElse(""));
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
