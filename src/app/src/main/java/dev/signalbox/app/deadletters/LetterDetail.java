package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.messages.MessageTabs;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One dead letter: why it died and where it came from, then the message itself.
final class LetterDetail extends VBox {
    private final DeadLettersViewModel model;
    private final Frame frame;
    private final Label said = new Label();
    private final ActionButton edit =
            new ActionButton(text("edit.open"), Feather.EDIT_2, this::edit);
    private Optional<Letter> shown = Optional.empty();
    private final FlowPane facts = new FlowPane();
    private final StackTraceView trace = new StackTraceView();
    private final MessageTabs tabs;

    LetterDetail(DeadLettersViewModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
        getStyleClass().addAll("detail", "letter-detail");
        said.getStyleClass().add("letter-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        facts.getStyleClass().add("letter-facts");
        VBox.setVgrow(trace, Priority.ALWAYS);
        edit.button().setId("edit-and-replay");
        edit.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, said, edit);
        VBox why = new VBox(head, facts, trace);
        why.getStyleClass().add("letter-why");
        tabs = new MessageTabs(frame.preferences(), MessageTabs.tab("letter.why", why));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().add(tabs);
    }

    void show(Letter letter) {
        DeadLetter read = letter.letter();
        shown = Optional.of(letter);
        edit.setSupport(
                LetterEditViewModel.canEdit(letter)
                        ? model.offers(ActionKind.REPLAY)
                        : new Support.Refused(text("edit.pointer")));
        said.setText(
                read.cause()
                        .map(cause -> Causes.said(cause.exceptionClass(), cause.message()))
                        .orElse(text("letter.cause-untold")));
        facts.getChildren().clear();
        fact("letter.origin", origin(letter));
        fact("letter.group", told(read.group()));
        fact("letter.attempts", told(attempts(read.attempts())));
        fact("letter.order", told(letter.orderId()));
        fact("letter.xid", transaction(letter));
        fact("letter.produced", told(read.originTimestamp().map(Times::exact)));
        if (letter.replayed().isPresent()) {
            fact("letter.replayed", label(Letters.replayed(letter)));
        }
        fact("letter.convention", told(read.convention()));
        trace.show(read.cause().map(DeadLetter.Cause::stackTrace).orElse(""));
        tabs.show(letter.message());
    }

    private void edit() {
        if (shown.isPresent() && model.open().get().isPresent()) {
            frame.modals()
                    .showUntilClosed(
                            new LetterEditor(
                                    new LetterEditViewModel(model.open().get().get(), shown.get()),
                                    text("edit.title", shown.get().id().toString()),
                                    frame));
        }
    }

    private static Optional<String> attempts(OptionalInt attempts) {
        return attempts.isPresent()
                ? Optional.of(Formats.number(attempts.getAsInt()))
                : Optional.empty();
    }

    private void fact(String key, Node value) {
        Label name = new Label(text(key));
        name.getStyleClass().add("muted");
        name.setLabelFor(value);
        facts.getChildren().add(new HBox(6, name, value));
    }

    private Node origin(Letter letter) {
        Optional<Focus> place = model.originOf(letter);
        if (letter.origin().isEmpty() || place.isEmpty()) {
            return label(
                    new Shown(
                            text("letter.origin-untold"),
                            text("letter.origin-untold.hint"),
                            Tone.MUTED,
                            Optional.empty()));
        }
        return link(letter.origin().get(), FeatureId.QUEUES, place.get());
    }

    private Node transaction(Letter letter) {
        if (letter.xid().isEmpty()) {
            return told(Optional.empty());
        }
        String xid = letter.xid().get();
        return model.find(xid)
                .map(place -> link(xid, FeatureId.TRANSACTIONS, place))
                .orElseGet(() -> label(Shown.of(xid).withHint(text("letter.xid-ended"))));
    }

    private Node link(String words, FeatureId feature, Focus focus) {
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("fact-link");
        link.setTooltip(new Tooltip(text("letter.go", text(feature.key() + ".title"))));
        link.setOnAction(_ -> frame.navigator().show(feature, focus));
        return link;
    }

    private static Node told(Optional<String> value) {
        return label(value.map(Shown::of).orElseGet(() -> Shown.unknown(text("letter.untold"))));
    }

    private static Node label(Shown shown) {
        Label label = new Label(shown.text());
        label.getStyleClass().add(shown.tone().styleClass());
        if (!shown.hint().isEmpty()) {
            label.setTooltip(new Tooltip(shown.hint()));
        }
        return label;
    }
}
