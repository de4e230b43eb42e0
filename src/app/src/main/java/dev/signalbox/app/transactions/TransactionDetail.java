package dev.signalbox.app.transactions;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.DetailHead;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import dev.signalbox.core.model.TransactionStatus.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One transaction: what it is, its branches in the order they joined, and the two ways to end it.
final class TransactionDetail extends VBox {
    private final DetailHead head = new DetailHead();
    private final Pill status = new Pill();
    private final ActionButton rollBack;
    private final ActionButton commit;
    private final VBox note = new VBox();
    private final Label application = new Label();
    private final Label group = new Label();
    private final Label begun = new Label();
    private final Label left = new Label();
    private final VBox line = new VBox();
    private Optional<TransactionItem> open = Optional.empty();

    TransactionDetail(TransactionsViewModel model) {
        getStyleClass().add("detail");
        rollBack =
                button(text("transactions.roll-back"), Feather.ROTATE_CCW, model::rollBack)
                        .dangerous();
        rollBack.button().setId("roll-back");
        commit = button(text("transactions.commit"), Feather.CHECK, model::commit).dangerous();
        commit.button().setId("commit");
        head.setParts(List.of(status), List.of(rollBack, commit));
        FlowPane facts =
                new FlowPane(
                        fact("transactions.application", application),
                        fact("transactions.group", group),
                        fact("transactions.begun", begun),
                        fact("transactions.left", left));
        facts.getStyleClass().add("letter-facts");
        line.getStyleClass().add("branch-list");
        ScrollPane scroll = new ScrollPane(line);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, note, facts, scroll);
    }

    private ActionButton button(String words, Feather icon, Consumer<TransactionItem> action) {
        return new ActionButton(words, icon, () -> open.ifPresent(action));
    }

    private static HBox fact(String key, Label value) {
        Label name = new Label(text(key));
        name.getStyleClass().add("muted");
        return new HBox(6, name, value);
    }

    /// Called with every snapshot and every second while it is open.
    void show(TransactionItem item) {
        List<Branch> before = open.map(it -> it.transaction().branches()).orElse(List.of());
        boolean other = !open.map(TransactionItem::key).equals(Optional.of(item.key()));
        open = Optional.of(item);
        GlobalTransaction transaction = item.transaction();
        head.setTitle(transaction.xid(), item.source());
        status.show(Transactions.status(transaction));
        rollBack.setSupport(item.offers(ActionKind.ROLLBACK));
        commit.setSupport(item.offers(ActionKind.COMMIT));
        note.getChildren()
                .setAll(
                        transaction.note().stream()
                                .map(words -> new Banner(Tone.NOTICE, words, Optional.empty()))
                                .toList());
        application.setText(
                text("transactions.app", transaction.application(), transaction.name()));
        group.setText(transaction.group());
        begun.setText(begun(item));
        show(left, Transactions.left(item));
        if (other || !before.equals(transaction.branches()) || before.isEmpty()) {
            showBranches(transaction, item.complete());
        }
    }

    private static String begun(TransactionItem item) {
        return item.transaction()
                .begunAt()
                .map(
                        at ->
                                text(
                                        "transactions.begun-at",
                                        Times.exact(at),
                                        item.age().map(Times::span).orElse(Shown.UNKNOWN)))
                .orElse(Shown.UNKNOWN);
    }

    private static void show(Label label, Shown shown) {
        label.setText(shown.text().isEmpty() ? text("transactions.left.none") : shown.text());
        label.getStyleClass().setAll("label", shown.tone().styleClass());
    }

    private void showBranches(GlobalTransaction transaction, boolean complete) {
        List<Branch> branches = transaction.branches();
        if (branches.isEmpty()) {
            boolean ended = transaction.status().phase() == Phase.ENDED;
            Label none = new Label(text(ended ? "branch.none-left" : "branch.none"));
            none.getStyleClass().add("muted");
            line.getChildren().setAll(none);
            return;
        }
        line.getChildren()
                .setAll(
                        IntStream.range(0, branches.size())
                                .mapToObj(
                                        i ->
                                                new BranchLine(
                                                        branches.get(i),
                                                        complete,
                                                        i == branches.size() - 1))
                                .toList());
    }

    void close() {
        open = Optional.empty();
    }
}
