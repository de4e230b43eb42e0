package dev.signalbox.app.table;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.chart.Sparkline;
import dev.signalbox.app.fx.Row;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.model.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.TableCell;

/// One column: how a record is written in it, ordered by it and copied from it.
///
/// Made by what it holds (`text`, `number`, `rate`, …), then refined by the methods that return it. Columns that
/// hold words are searched by the filter; figures stand on the right.
public final class Column<T> {
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\d+(\\.\\d+)?(?= |$)");

    private final String key;
    private final String title;
    private final Supplier<TableCell<Row<T>, T>> cells;
    private final Comparator<T> order;
    private final Function<T, String> copied;
    private final boolean figures;
    private String hint = "";
    private boolean searched;
    private double width;
    private boolean grows;

    private Column(
            String titleKey,
            Supplier<TableCell<Row<T>, T>> cells,
            Comparator<T> order,
            Function<T, String> copied,
            boolean figures) {
        this(titleKey, text(titleKey), cells, order, copied, figures);
    }

    private Column(
            String key,
            String title,
            Supplier<TableCell<Row<T>, T>> cells,
            Comparator<T> order,
            Function<T, String> copied,
            boolean figures) {
        this.key = key;
        this.title = title;
        this.cells = cells;
        this.order = order;
        this.copied = copied;
        this.figures = figures;
        this.searched = !figures;
        this.width = figures ? 92 : 140;
    }

    public static <T> Column<T> label(String titleKey, Function<T, String> getter) {
        return words(titleKey, item -> Shown.of(getter.apply(item)));
    }

    /// Words under a title that a server tells, ordered as figures where they are figures.
    public static <T> Column<T> told(String title, Function<T, String> getter) {
        return new Column<>(
                title,
                title,
                () -> new ShownCell<>(item -> Shown.of(getter.apply(item))),
                Comparator.comparingDouble((T item) -> leadingNumber(getter.apply(item)))
                        .thenComparing(getter, String.CASE_INSENSITIVE_ORDER),
                getter,
                false);
    }

    private static double leadingNumber(String words) {
        Matcher number = LEADING_NUMBER.matcher(words);
        return number.lookingAt() ? Double.parseDouble(number.group()) : Double.MAX_VALUE;
    }

    /// Words with a tone, an icon or a hint: a state, a verdict.
    public static <T> Column<T> words(String titleKey, Function<T, Shown> shown) {
        return new Column<>(
                titleKey,
                () -> new ShownCell<>(shown),
                Comparator.comparing(
                        item -> shown.apply(item).text(), String.CASE_INSENSITIVE_ORDER),
                item -> shown.apply(item).text(),
                false);
    }

    /// Words whose order is not that of the alphabet: a severity.
    public static <T> Column<T> ranked(
            String titleKey, Function<T, Shown> shown, ToDoubleFunction<T> rank) {
        return new Column<>(
                titleKey,
                () -> new ShownCell<>(shown),
                Comparator.comparingDouble(rank),
                item -> shown.apply(item).text(),
                false);
    }

    public static <T> Column<T> count(String titleKey, Function<T, Long> getter) {
        return figures(
                titleKey,
                item -> Shown.of(Formats.number(getter.apply(item))),
                getter::apply,
                item -> Long.toString(getter.apply(item)));
    }

    /// Empty is shown as unknown, for this reason.
    public static <T> Column<T> number(
            String titleKey, Function<T, OptionalLong> getter, String reasonKey) {
        return figures(
                titleKey,
                item -> Formats.number(getter.apply(item), text(reasonKey)),
                item -> orLowest(getter.apply(item)),
                item -> plain(getter.apply(item)));
    }

    public static <T> Column<T> reading(String titleKey, Function<T, Reading> getter) {
        return figures(
                titleKey,
                item -> Formats.reading(getter.apply(item)),
                item -> orLowest(getter.apply(item).value()),
                item -> plain(getter.apply(item).value()));
    }

    public static <T> Column<T> bytes(String titleKey, Function<T, Reading> getter) {
        return figures(
                titleKey,
                item -> Formats.bytes(getter.apply(item)),
                item -> orLowest(getter.apply(item).value()),
                item -> plain(getter.apply(item).value()));
    }

    /// Per second.
    public static <T> Column<T> rate(String titleKey, Function<T, OptionalDouble> getter) {
        return figures(
                titleKey,
                item -> Formats.rate(getter.apply(item)),
                item -> getter.apply(item).orElse(Double.NEGATIVE_INFINITY),
                item -> plain(getter.apply(item)));
    }

    /// A share of a whole, 0 to 1.
    public static <T> Column<T> share(String titleKey, Function<T, OptionalDouble> getter) {
        return figures(
                titleKey,
                item -> Formats.share(getter.apply(item)),
                item -> getter.apply(item).orElse(Double.NEGATIVE_INFINITY),
                item -> plain(getter.apply(item)));
    }

    /// Empty is shown as unknown, for this reason. Copied in seconds.
    public static <T> Column<T> span(
            String titleKey, Function<T, Optional<Duration>> getter, String reasonKey) {
        return figures(
                titleKey,
                item -> Times.span(getter.apply(item), text(reasonKey)),
                item -> getter.apply(item).map(Duration::toMillis).orElse(-1L),
                item -> getter.apply(item).map(span -> Long.toString(span.toSeconds())).orElse(""));
    }

    /// To the millisecond. Copied as ISO 8601.
    public static <T> Column<T> time(String titleKey, Function<T, Optional<Instant>> getter) {
        return figures(
                        titleKey,
                        (T item) -> Formats.optional(getter.apply(item).map(Times::exact)),
                        item -> getter.apply(item).map(Instant::toEpochMilli).orElse(-1L),
                        item -> getter.apply(item).map(Instant::toString).orElse(""))
                .width(180);
    }

    /// Figures written in a way of their own.
    public static <T> Column<T> figures(
            String titleKey,
            Function<T, Shown> shown,
            ToDoubleFunction<T> order,
            Function<T, String> copied) {
        return new Column<>(
                titleKey,
                () -> new ShownCell<>(shown),
                Comparator.comparingDouble(order),
                copied,
                true);
    }

    /// The last while as a small line. Ordered and copied by its newest point.
    public static <T> Column<T> trend(String titleKey, Function<T, List<Point>> points) {
        ToDoubleFunction<T> newest =
                item -> {
                    List<Point> known = points.apply(item);
                    return known.isEmpty() ? Double.NEGATIVE_INFINITY : known.getLast().value();
                };
        return new Column<T>(
                        titleKey,
                        () -> new TrendCell<>(points, new Sparkline()),
                        Comparator.comparingDouble(newest),
                        item -> "",
                        true)
                .width(92);
    }

    private static double orLowest(OptionalLong amount) {
        return amount.isPresent() ? amount.getAsLong() : Double.NEGATIVE_INFINITY;
    }

    private static String plain(OptionalLong amount) {
        return amount.isPresent() ? Long.toString(amount.getAsLong()) : "";
    }

    private static String plain(OptionalDouble amount) {
        return amount.isPresent() ? Double.toString(amount.getAsDouble()) : "";
    }

    public Column<T> width(double pixels) {
        this.width = pixels;
        return this;
    }

    /// Takes its part of the room that is left.
    public Column<T> grows() {
        this.grows = true;
        return this;
    }

    public Column<T> notSearched() {
        this.searched = false;
        return this;
    }

    /// What the column means, told over its title.
    public Column<T> explained(String hintKey) {
        this.hint = text(hintKey);
        return this;
    }

    /// Names it in what is remembered.
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    String hint() {
        return hint;
    }

    TableCell<Row<T>, T> cell() {
        return cells.get();
    }

    Comparator<T> order() {
        return order;
    }

    String copied(T item) {
        return copied.apply(item).replaceAll("[\\t\\r\\n]+", " ");
    }

    boolean hasFigures() {
        return figures;
    }

    boolean isSearched() {
        return searched;
    }

    double width() {
        return width;
    }

    boolean isGrowing() {
        return grows;
    }
}
