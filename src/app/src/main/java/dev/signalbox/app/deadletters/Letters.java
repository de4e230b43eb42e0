package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.messages.Content;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.ledger.ReplayLedger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.kordamp.ikonli.feather.Feather;

/// The columns of letters, causes and places.
final class Letters {
    private Letters() {}

    static List<Column<Letter>> letterColumns() {
        return List.of(
                Column.<Letter>figures(
                                "letter.time",
                                Letters::arrived,
                                letter -> letter.time().map(Instant::toEpochMilli).orElse(-1L),
                                letter -> letter.time().map(Instant::toString).orElse(""))
                        .width(104),
                Column.<Letter>label("letter.cause", Letters::saying).width(180).grows(),
                told("letter.origin", Letter::origin).width(150).grows(),
                told("letter.order", Letter::orderId).width(84),
                Column.<Letter>label("letter.key", letter -> Content.line(letter.message().key()))
                        .width(84)
                        .grows(),
                told("letter.group", letter -> letter.letter().group()).width(84),
                Column.<Letter>number(
                                "letter.attempts",
                                letter -> widened(letter.letter().attempts()),
                                "letter.untold")
                        .width(58),
                Column.<Letter>words("letter.replayed", Letters::replayed)
                        .width(90)
                        .explained("letter.replayed.hint"));
    }

    /// The time of day, with the date unless it is today's; to the millisecond when pointed at.
    private static Shown arrived(Letter letter) {
        return letter.time()
                .map(time -> Shown.of(Times.brief(time, Instant.now())).withHint(Times.exact(time)))
                .orElseGet(() -> Shown.unknown(text("letter.untold")));
    }

    private static Column<Letter> told(String key, Function<Letter, Optional<String>> value) {
        return Column.words(
                key,
                letter ->
                        value.apply(letter)
                                .map(Shown::of)
                                .orElseGet(() -> Shown.unknown(text("letter.untold"))));
    }

    private static OptionalLong widened(OptionalInt number) {
        return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
    }

    private static String saying(Letter letter) {
        String message = letter.letter().cause().map(DeadLetter.Cause::message).orElse("");
        return Causes.said(letter.shortClass(), message);
    }

    /// Whether it was replayed before, as far as is known.
    static Shown replayed(Letter letter) {
        if (letter.replayed().isEmpty()) {
            return Shown.nothing();
        }
        ReplayLedger.Entry entry = letter.replayed().get();
        String when = Times.exact(entry.at());
        return switch (entry.state()) {
            case SENT ->
                    Shown.of(text("letter.replayed.sent"), Tone.NOTICE, Feather.CORNER_UP_LEFT)
                            .withHint(text("letter.replayed.sent.hint", when));
            case SENDING ->
                    Shown.of(text("letter.replayed.doubt"), Tone.WARNING, Feather.HELP_CIRCLE)
                            .withHint(text("letter.replayed.doubt.hint", when));
        };
    }

    static List<Column<LetterPlace>> placeColumns() {
        return List.of(
                Column.<LetterPlace>words("place.name", Letters::name).width(130).grows(),
                Column.<LetterPlace>reading("place.count", LetterPlace::count).width(68),
                Column.<LetterPlace>figures(
                                "place.rate",
                                Letters::rate,
                                place -> place.perMinute().orElse(-1),
                                place ->
                                        place.perMinute().isPresent()
                                                ? Double.toString(place.perMinute().getAsDouble())
                                                : "")
                        .width(80)
                        .explained("place.rate.hint"));
    }

    private static Shown name(LetterPlace place) {
        String hint =
                text(
                        "place.hint",
                        place.of(),
                        place.groups().isEmpty()
                                ? text("place.no-groups")
                                : String.join(", ", place.groups()),
                        place.source().name());
        Shown name =
                place.holdsLetters()
                        ? Shown.of(place.destination().name(), Tone.DANGER, Feather.ALERT_OCTAGON)
                        : Shown.of(place.destination().name());
        return name.withHint(hint);
    }

    private static Shown rate(LetterPlace place) {
        return place.perMinute().isPresent()
                ? Shown.of(Formats.perMinute(place.perMinute().getAsDouble()))
                : Shown.unknown(text("figure.too-early"));
    }
}
