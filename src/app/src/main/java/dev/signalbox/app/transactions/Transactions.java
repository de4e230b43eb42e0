package dev.signalbox.app.transactions;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.table.Column;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// How transactions and branches are written.
final class Transactions {
    private Transactions() {}

    static List<Column<TransactionItem>> columns(Column<TransactionItem> connection) {
        return List.of(
                connection,
                Column.<TransactionItem>ranked(
                                "transactions.status",
                                item -> status(item.transaction()),
                                item -> -rank(item))
                        .width(236),
                Column.<TransactionItem>label("transactions.xid", item -> item.transaction().xid())
                        .width(220)
                        .grows(),
                Column.<TransactionItem>label(
                                "transactions.name", item -> item.transaction().name())
                        .width(104)
                        .grows(),
                Column.<TransactionItem>label(
                                "transactions.application",
                                item -> item.transaction().application())
                        .width(104)
                        .grows(),
                Column.<TransactionItem>figures(
                                "transactions.age",
                                Transactions::age,
                                item -> item.age().map(Duration::toSeconds).orElse(-1L),
                                item -> item.age().map(it -> "" + it.toSeconds()).orElse(""))
                        .width(112)
                        .explained("transactions.age.hint"),
                Column.<TransactionItem>figures(
                                "transactions.left",
                                Transactions::left,
                                item -> item.left().map(Duration::toSeconds).orElse(Long.MAX_VALUE),
                                item -> item.left().map(it -> "" + it.toSeconds()).orElse(""))
                        .width(104)
                        .explained("transactions.left.hint"),
                Column.<TransactionItem>count(
                                "transactions.branches",
                                item -> (long) item.transaction().branches().size())
                        .width(92),
                Column.<TransactionItem>number(
                                "transactions.locks",
                                TransactionItem::locks,
                                "branch.locks-unknown")
                        .width(62)
                        .explained("transactions.locks.hint"));
    }

    private static double rank(TransactionItem item) {
        return switch (item.phase()) {
            case STUCK -> 4;
            case ROLLING_BACK -> 3;
            case COMMITTING -> 2;
            case RUNNING -> 1;
            case ENDED -> 0;
        };
    }

    static Shown status(GlobalTransaction transaction) {
        String said = word("transaction-status", transaction.status());
        Shown shown =
                switch (transaction.status().phase()) {
                    case RUNNING -> Shown.of(said, Tone.NOTICE, Feather.PLAY_CIRCLE);
                    case COMMITTING -> Shown.of(said, Tone.GOOD, Feather.CHECK_CIRCLE);
                    case ROLLING_BACK -> Shown.of(said, Tone.WARNING, Feather.ROTATE_CCW);
                    case STUCK -> Shown.of(said, Tone.DANGER, Feather.ALERT_OCTAGON);
                    case ENDED -> Shown.of(said, Tone.MUTED, Feather.CIRCLE);
                };
        String code =
                text(
                        "transactions.status.hint",
                        transaction.status().name(),
                        transaction.status().code());
        return shown.withHint(transaction.note().map(note -> code + "\n" + note).orElse(code));
    }

    static Shown age(TransactionItem item) {
        if (item.age().isEmpty()) {
            return Shown.unknown(text("transactions.age.unknown"));
        }
        String age = Times.span(item.age().get());
        return item.asksForAttention()
                ? Shown.of(age, Tone.WARNING, Feather.CLOCK).withHint(text("transactions.age.long"))
                : Shown.of(age);
    }

    static Shown left(TransactionItem item) {
        Optional<Duration> left = item.left();
        if (left.isEmpty()) {
            return Shown.nothing();
        }
        return left.get().isNegative()
                ? Shown.of(
                                text("transactions.overdue", Times.span(left.get().negated())),
                                Tone.DANGER,
                                Feather.ALERT_OCTAGON)
                        .withHint(text("transactions.overdue.hint"))
                : Shown.of(Times.span(left.get()));
    }

    /// The coordinator's word, with what it means as a shape.
    static Shown status(Branch branch) {
        String word = branch.status();
        String hint = text("branch.status.hint");
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.contains("fail") || lower.contains("unretryable")) {
            return Shown.of(word, Tone.DANGER, Feather.X_CIRCLE).withHint(hint);
        }
        if (lower.contains("timeout") || lower.contains("retry")) {
            return Shown.of(word, Tone.WARNING, Feather.ALERT_TRIANGLE).withHint(hint);
        }
        if (lower.contains("done") || lower.endsWith("ted")) {
            return Shown.of(word, Tone.GOOD, Feather.CHECK_CIRCLE).withHint(hint);
        }
        return Shown.of(word, Tone.NOTICE, Feather.PLAY_CIRCLE).withHint(hint);
    }

    /// The last part of a JDBC address or of a name with slashes: what tells resources apart.
    static String shortResource(String resource) {
        String path = resource.split("\\?", 2)[0];
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? resource : last;
    }
}
