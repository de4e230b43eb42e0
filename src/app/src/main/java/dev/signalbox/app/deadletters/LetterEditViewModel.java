package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.FailureHeaders;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One letter while its copy is being edited. The letter itself stays what it is.
final class LetterEditViewModel {
    /// What the console keeps of a message's replays is not the operator's to write.
    private static final String OURS = "signalbox-replay-";

    private final LetterPlace place;
    private final Message message;
    private final List<Header> kept = new ArrayList<>();
    private final List<Header> own = new ArrayList<>();
    private final BytesEdit key;
    private final BytesEdit value;
    private final ObservableList<HeaderEdit> headers = FXCollections.observableArrayList();

    LetterEditViewModel(LetterPlace place, Letter letter) {
        this.place = place;
        this.message = letter.message();
        this.key = new BytesEdit(message.key());
        this.value = new BytesEdit(message.value());
        boolean recognised = letter.letter().convention().isPresent();
        for (Header header : message.headers()) {
            if (header.name().startsWith(OURS)) {
                kept.add(header);
            } else if (!recognised || !FailureHeaders.describesFailure(header.name())) {
                own.add(header);
                headers.add(new HeaderEdit(header));
            }
        }
    }

    /// Whether the letter holds all of the message: what it only points to cannot be edited here.
    static boolean canEdit(Letter letter) {
        return letter.letter().content() == DeadLetter.Content.WHOLE;
    }

    BytesEdit key() {
        return key;
    }

    /// A routing key says where a copy goes; it stays what it is.
    boolean isKeyEditable() {
        return key.isEditable() && message.properties().isEmpty();
    }

    BytesEdit value() {
        return value;
    }

    ObservableList<HeaderEdit> headers() {
        return headers;
    }

    /// What the copy will hold; empty while a header has a value that is none.
    Optional<Content> edited() {
        List<Header> all = new ArrayList<>(kept);
        for (HeaderEdit header : headers) {
            Optional<Header> made = header.header();
            if (made.isEmpty()) {
                return Optional.empty();
            }
            all.add(made.get());
        }
        return Optional.of(new Content(key.bytes(), value.bytes(), all));
    }

    /// What it would hold if nothing were edited.
    Content original() {
        List<Header> all = new ArrayList<>(kept);
        all.addAll(own);
        return new Content(message.key(), message.value(), all);
    }

    /// Whether anything is to be another.
    boolean isChanged() {
        return edited().map(it -> !it.equals(original())).orElse(false);
    }

    /// The replay of this one letter, its copy as edited.
    Optional<Action> action() {
        return edited().map(
                        content ->
                                new Action.ReplayDeadLetters(
                                        place.destination().name(),
                                        new MessageSelection.Ids(List.of(message.id())),
                                        Optional.empty(),
                                        false,
                                        new MessageEdits.ByHand(
                                                message.id(),
                                                content.key(),
                                                content.value(),
                                                content.headers())));
    }

    String profileId() {
        return place.source().profileId();
    }

    /// Key, payload and headers of a copy.
    record Content(@Nullable Bytes key, @Nullable Bytes value, List<Header> headers) {
        Content {
            headers = List.copyOf(headers);
        }
    }
}
