package dev.signalbox.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.app.fx.Stack;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// What a bug looks like to the one who reports it.
///
/// @param code the same for the same bug in every session: made of what was thrown and where, without line numbers
/// @param details for a bug report, without secrets
record CrashReport(String code, String details) {
    private static final int FRAMES = 5;
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)(password|passwd|secret|token|credential[s]?|jaas\\.config)(\\s*[=:]\\s*)"
                            + "(\"[^\"]*\"|'[^']*'|[^\\s,;&]+)");
    private static final Pattern ADDRESS_LOGIN = Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@");

    /// @param withoutSecrets takes those out that are known; what looks like one is taken out as well
    static CrashReport of(Throwable thrown, UnaryOperator<String> withoutSecrets) {
        return new CrashReport(codeOf(thrown), redacted(withoutSecrets.apply(Stack.trace(thrown))));
    }

    private static String codeOf(Throwable thrown) {
        CRC32 sum = new CRC32();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            update(sum, cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                update(sum, frames[i].getClassName() + "." + frames[i].getMethodName());
            }
            cause = cause.getCause();
        }
        String code = Long.toString(sum.getValue(), 36).toUpperCase(Locale.ROOT);
        return "SB-" + "0".repeat(Math.max(0, 7 - code.length())) + code;
    }

    private static void update(CRC32 sum, String words) {
        sum.update(words.getBytes(UTF_8));
    }

    static String redacted(String words) {
        String withoutSecrets = SECRET.matcher(words).replaceAll("$1$2***");
        return ADDRESS_LOGIN.matcher(withoutSecrets).replaceAll("://***@");
    }
}
