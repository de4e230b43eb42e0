package dev.signalbox.app.parts;

import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import org.kordamp.ikonli.feather.Feather;

/// Word, shape and colour of what has a fixed set of values.
public final class Looks {
    private Looks() {}

    /// Product and, where the server tells it, version.
    public static String product(ServerInfo server) {
        return String.join(" ", server.product(), server.version()).strip();
    }

    public static Shown of(Phase phase) {
        String word = word("phase", phase);
        return switch (phase) {
            case CONNECTING -> Shown.of(word, Tone.NOTICE, Feather.LOADER);
            case LIVE -> Shown.of(word, Tone.GOOD, Feather.CHECK_CIRCLE);
            case STALE -> Shown.of(word, Tone.WARNING, Feather.WIFI_OFF);
            case FAILED -> Shown.of(word, Tone.DANGER, Feather.X_CIRCLE);
            case CLOSED -> Shown.of(word, Tone.MUTED, Feather.CIRCLE);
        };
    }

    public static Shown of(Environment environment) {
        String word = word("environment", environment);
        return switch (environment) {
            case DEVELOPMENT -> Shown.of(word, Tone.GOOD, Feather.CODE);
            case TEST -> Shown.of(word, Tone.NOTICE, Feather.CHECK_SQUARE);
            case PRODUCTION -> Shown.of(word, Tone.DANGER, Feather.SHIELD);
        };
    }

    public static Shown of(Access access) {
        String word = word("access", access);
        return switch (access) {
            case READ_ONLY -> Shown.of(word, Tone.MUTED, Feather.LOCK);
            case READ_WRITE -> Shown.of(word, Tone.PLAIN, Feather.EDIT_3);
        };
    }

    public static Shown of(Verdict verdict) {
        String word = word("verdict", verdict);
        String hint = word("verdict-hint", verdict);
        return switch (verdict) {
            case OK -> Shown.of(word, Tone.GOOD, Feather.CHECK_CIRCLE).withHint(hint);
            case WARN -> Shown.of(word, Tone.WARNING, Feather.TRENDING_UP).withHint(hint);
            case STALLED -> Shown.of(word, Tone.DANGER, Feather.PAUSE_CIRCLE).withHint(hint);
            case UNKNOWN -> Shown.unknown(hint);
        };
    }

    public static Shown of(GroupState state) {
        String word = word("group-state", state);
        return switch (state) {
            case STABLE -> Shown.of(word);
            case REBALANCING -> Shown.of(word, Tone.NOTICE, Feather.REFRESH_CW);
            case EMPTY -> Shown.of(word, Tone.WARNING, Feather.USER_X);
            case DEAD, UNKNOWN -> Shown.of(word, Tone.MUTED, Feather.CIRCLE);
        };
    }

    public static Shown of(DestinationKind kind) {
        return Shown.of(word("kind", kind));
    }
}
