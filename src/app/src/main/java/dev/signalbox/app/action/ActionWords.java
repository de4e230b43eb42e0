package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.gate.Speed;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Action.RestoreBackup;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.port.Plan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/// Says in words what an action is, would do, and did.
public final class ActionWords {
    private ActionWords() {}

    /// `Purge orders-dlt`.
    public static String title(ActionKind kind, String target) {
        return text(key(kind) + ".title", target);
    }

    public static String title(Action action) {
        if (action instanceof RestoreBackup restore && restore.to().isPresent()) {
            return text("letters.import.title", action.target());
        }
        return action instanceof ReplayDeadLetters replay && replay.asIs()
                ? text("move.title", action.target())
                : title(action.kind(), action.target());
    }

    /// `1 204 messages`.
    public static String amount(Unit unit, long count) {
        return text(
                "amount." + unit.name().toLowerCase(java.util.Locale.ROOT),
                count,
                Formats.number(count));
    }

    /// The same, with `at most` where that is all that is known.
    static String amount(Plan.Effect effect) {
        String amount = amount(effect.unit(), effect.count());
        return effect.exact() ? amount : text("amount.at-most", amount);
    }

    /// What the button says it will do: `Replay 42 messages to orders`.
    static String confirm(Plan plan) {
        if (plan.effect().count() == 0) {
            return text("action.nothing");
        }
        String amount = amount(plan.effect());
        if (plan.action() instanceof ReplayDeadLetters replay && replay.asIs()) {
            return text("action.move.confirm", amount, replay.to().orElse(""));
        }
        if (plan.action() instanceof ReplayDeadLetters replay) {
            return replay.to()
                    .or(() -> onlyOrigin(plan))
                    .map(to -> text("action.replay.confirm-to", amount, to))
                    .orElseGet(() -> text("action.replay.confirm", amount));
        }
        if (plan.action() instanceof RestoreBackup restore && restore.to().isPresent()) {
            return text("action.import.confirm", amount, plan.action().target());
        }
        return text(key(plan.action().kind()) + ".confirm", amount, plan.action().target());
    }

    /// Where all letters came from, if the sample is all of them and names one place. A sample that is less may
    /// not be like the rest.
    private static Optional<String> onlyOrigin(Plan plan) {
        if (plan.sample().size() < plan.effect().count()) {
            return Optional.empty();
        }
        Set<Optional<String>> origins =
                plan.sample().stream()
                        .map(DeadLetters::read)
                        .map(DeadLetter::originDestination)
                        .collect(Collectors.toSet());
        return origins.size() == 1 ? origins.iterator().next() : Optional.empty();
    }

    /// `Takes about 2 min, as fast as the last replay here`.
    static String estimate(Plan plan, Speed speed, Caution caution) {
        String time = Times.span(speed.of(plan.effect().count(), caution));
        return speed.isHeldBackBy(caution)
                ? text("plan.estimate.pace", time)
                : text("plan.estimate", time, word("speed-basis", speed.basis()));
    }

    /// What holds a replay back, in a few words; empty where nothing does.
    static String careful(Caution caution) {
        List<String> words = new ArrayList<>();
        caution.perSecond()
                .ifPresent(rate -> words.add(text("careful.rate", Formats.number(rate))));
        caution.canary()
                .ifPresent(first -> words.add(text("careful.canary", Formats.number(first))));
        caution.stopAtPercent()
                .ifPresent(percent -> words.add(text("careful.stop-at", Formats.number(percent))));
        caution.notBefore().ifPresent(time -> words.add(text("careful.later", Times.exact(time))));
        return String.join(" · ", words);
    }

    /// Whether the button is to look like something one thinks about twice.
    static boolean isGrave(Plan plan) {
        return plan.reversal() == Reversal.IMPOSSIBLE
                || plan.action().kind() == ActionKind.PURGE
                || plan.hazards().stream().anyMatch(hazard -> hazard.severity() == Severity.DANGER);
    }

    static Shown reversal(Reversal reversal) {
        String word = word("reversal", reversal);
        return switch (reversal) {
            case NOT_NEEDED -> Shown.of(word, Tone.GOOD, Feather.CHECK_CIRCLE);
            case BACKUP -> Shown.of(word, Tone.NOTICE, Feather.ARCHIVE);
            case SAVED_STATE -> Shown.of(word, Tone.NOTICE, Feather.ROTATE_CCW);
            case IMPOSSIBLE -> Shown.of(word, Tone.DANGER, Feather.ALERT_OCTAGON);
        };
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case NOTE -> Tone.NOTICE;
            case WARNING -> Tone.WARNING;
            case DANGER -> Tone.DANGER;
        };
    }

    public static Shown status(Operation.Status status) {
        String word = word("operation-status", status);
        return switch (status) {
            case RUNNING -> Shown.of(word, Tone.NOTICE, Feather.LOADER);
            case SCHEDULED -> Shown.of(word, Tone.NOTICE, Feather.CLOCK);
            case PAUSED -> Shown.of(word, Tone.WARNING, Feather.PAUSE_CIRCLE);
            case SUCCEEDED -> Shown.of(word, Tone.GOOD, Feather.CHECK_CIRCLE);
            case PARTIAL -> Shown.of(word, Tone.WARNING, Feather.ALERT_TRIANGLE);
            case FAILED -> Shown.of(word, Tone.DANGER, Feather.X_CIRCLE);
            case CANCELLED -> Shown.of(word, Tone.MUTED, Feather.SLASH);
        };
    }

    /// How much was done: `42 of 100 messages`, or just `42 messages` where that was all.
    public static String done(Run run) {
        Unit unit = run.plan().effect().unit();
        long done = run.state().done();
        long total = run.state().total();
        return done == total
                ? amount(unit, done)
                : text("amount.of", Formats.number(done), amount(unit, total));
    }

    private static String key(ActionKind kind) {
        return "action." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
