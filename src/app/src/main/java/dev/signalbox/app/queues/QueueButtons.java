package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.browse.PublishForm;
import dev.signalbox.app.messages.Imports;
import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.queues.ChoiceForm.Purpose;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What can be done to the destination that is open.
final class QueueButtons {
    private final QueuesViewModel model;
    private final Frame frame;
    private final ActionButton publish =
            button("queues.publish", "publish", Feather.SEND, this::publish);
    private final ActionButton fromFile =
            button("queues.import", "import", Feather.FILE_PLUS, this::importFile);
    private final ActionButton move =
            button("queues.move", "move", Feather.CORNER_UP_RIGHT, this::move);
    private final ActionButton purge =
            button("queues.purge", "purge", Feather.TRASH_2, this::purge).dangerous();
    private Optional<QueueItem> open = Optional.empty();

    QueueButtons(QueuesViewModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
    }

    private ActionButton button(
            String titleKey, String id, Ikon icon, Consumer<QueueItem> pressed) {
        ActionButton button = new ActionButton(text(titleKey), icon, () -> open.ifPresent(pressed));
        button.button().setId(id);
        return button;
    }

    List<ActionButton> all() {
        return List.of(publish, fromFile, move, purge);
    }

    void show(QueueItem item) {
        open = Optional.of(item);
        publish.setSupport(item.source().offers(ActionKind.PUBLISH));
        fromFile.setSupport(item.source().offers(ActionKind.RESTORE));
        purge.setSupport(item.source().offers(ActionKind.PURGE));
        move.setSupport(item.source().offers(ActionKind.REPLAY));
        move.setVisible(isQueue(item));
        move.setManaged(isQueue(item));
    }

    private void publish(QueueItem item) {
        frame.modals()
                .showUntilClosed(
                        new PublishForm(item.key(), item.destination().queue().isPresent(), frame));
    }

    private void importFile(QueueItem item) {
        if (publish.getScene().getRoot() instanceof FilePicker files) {
            files.toRead(text("letters.import.title", item.destination().name()), Imports.ENDINGS)
                    .ifPresent(file -> model.transfer().read(item.key(), file));
        }
    }

    private void move(QueueItem item) {
        frame.modals().showUntilClosed(new ChoiceForm(Purpose.MOVE, model, item.key(), frame));
    }

    /// A log loses its oldest messages only: there is nothing to choose.
    private void purge(QueueItem item) {
        if (isQueue(item)) {
            frame.modals().showUntilClosed(new ChoiceForm(Purpose.PURGE, model, item.key(), frame));
        } else {
            frame.actions()
                    .open(
                            item.source().profileId(),
                            new Action.PurgeDestination(
                                    item.destination().name(), new MessageSelection.All()));
        }
    }

    private static boolean isQueue(QueueItem item) {
        return item.destination().kind() == DestinationKind.QUEUE;
    }
}
