package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.table.Column;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.deadletter.CauseKey;
import dev.signalbox.core.deadletter.CauseState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.kordamp.ikonli.feather.Feather;

/// The columns of causes.
final class Causes {
    private static final double MINUTES = 60;

    private Causes() {}

    static List<Column<CauseRow>> columns() {
        return List.of(
                Column.<CauseRow>count("cause.count", row -> row.group().count()).width(60),
                Column.<CauseRow>words("cause.what", Causes::what).width(150).grows(),
                Column.<CauseRow>words("cause.state", Causes::state).width(98),
                Column.<CauseRow>share("cause.share", row -> OptionalDouble.of(row.group().share()))
                        .width(62),
                seen("cause.last", row -> row.group().lastSeen()),
                Column.<CauseRow>figures(
                                "cause.rate",
                                Causes::rate,
                                row -> row.group().perHour().orElse(-1),
                                row ->
                                        row.group().perHour().isPresent()
                                                ? Double.toString(
                                                        row.group().perHour().getAsDouble())
                                                : "")
                        .width(76)
                        .explained("cause.rate.hint"),
                seen("cause.first", row -> row.group().firstSeen()),
                Column.<CauseRow>words("cause.origin", Causes::origin).width(84));
    }

    private static Shown origin(CauseRow row) {
        return row.group()
                .key()
                .origin()
                .map(Shown::of)
                .orElseGet(() -> Shown.unknown(text("letter.untold")));
    }

    private static Column<CauseRow> seen(String key, Function<CauseRow, Optional<Instant>> time) {
        return Column.<CauseRow>figures(
                        key,
                        row ->
                                time.apply(row)
                                        .map(
                                                at ->
                                                        Shown.of(Times.brief(at, Instant.now()))
                                                                .withHint(Times.exact(at)))
                                        .orElseGet(() -> Shown.unknown(text("letter.untold"))),
                        row -> time.apply(row).map(Instant::toEpochMilli).orElse(-1L),
                        row -> time.apply(row).map(Instant::toString).orElse(""))
                .width(96);
    }

    private static Shown rate(CauseRow row) {
        OptionalDouble perHour = row.group().perHour();
        return perHour.isPresent()
                ? Shown.of(Formats.perMinute(perHour.getAsDouble() / MINUTES))
                : Shown.unknown(text("cause.rate.unknown"));
    }

    static Shown state(CauseRow row) {
        String hint =
                row.note()
                        .map(
                                note ->
                                        text(
                                                "cause.note.hint",
                                                note.text(),
                                                note.by(),
                                                Times.exact(note.at())))
                        .orElse("");
        return row.hasReturned()
                ? Shown.of(text("cause.returned"), Tone.DANGER, Feather.ALERT_OCTAGON)
                        .withHint(hint)
                : state(row.state()).withHint(hint);
    }

    private static Shown state(CauseState state) {
        String words = word("cause-state", state);
        return switch (state) {
            case NEW -> Shown.of(words);
            case LOOKED_AT -> Shown.of(words, Tone.NOTICE, Feather.EYE);
            case FIXED -> Shown.of(words, Tone.GOOD, Feather.CHECK);
            case IGNORED -> Shown.of(words, Tone.MUTED, Feather.EYE_OFF);
        };
    }

    private static Shown what(CauseRow row) {
        if (!row.isTold()) {
            return new Shown(
                    text("cause.untold"),
                    text("letter.cause-untold"),
                    Tone.MUTED,
                    Optional.empty());
        }
        CauseKey key = row.group().key();
        String hint =
                text(
                        "cause.hint",
                        key.exceptionClass(),
                        row.group().cause().map(it -> firstLine(it.message())).orElse(""),
                        String.join("\n", key.frames()),
                        origin(row).text(),
                        row.group().firstSeen().map(Times::exact).orElse(Shown.UNKNOWN),
                        row.group().lastSeen().map(Times::exact).orElse(Shown.UNKNOWN),
                        rate(row).text());
        return Shown.of(said(key)).withHint(hint.strip());
    }

    /// In one line, with what differs from letter to letter replaced.
    static String said(CauseKey key) {
        return said(Letter.shortClass(key.exceptionClass()), firstLine(key.message()));
    }

    /// A broker tells a reason and no words, others words and no class.
    static String said(String type, String message) {
        return type.isEmpty() || message.isEmpty()
                ? type + message
                : text("letter.said", type, message);
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("").strip();
    }
}
