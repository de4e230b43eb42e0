package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.messages.Content;
import dev.signalbox.app.messages.MessageTabs;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.port.Plan;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// Some of the messages a plan is about; the selected one can be read.
final class SampleView extends VBox {
    private static final int ROWS_SEEN = 3;

    SampleView(Plan plan, Preferences preferences) {
        getStyleClass().add("action-plan");
        DataTable<MessageId, Message> table =
                new DataTable<>(
                        Message::id,
                        List.of(
                                Column.<Message>label(
                                                "message.place", message -> message.id().toString())
                                        .width(170),
                                Column.<Message>time(
                                                "message.time",
                                                message -> Optional.ofNullable(message.timestamp()))
                                        .width(215),
                                Column.<Message>label(
                                                "message.key",
                                                message -> Content.line(message.key()))
                                        .width(110),
                                Column.<Message>label(
                                                "message.payload",
                                                message -> Content.line(message.value()))
                                        .grows()));
        table.setId("plan-sample");
        table.choosable("plan-sample", preferences);
        table.setState(new TableState.Empty(""));
        table.setItems(plan.sample());
        table.setPrefHeight(32 + 28.0 * Math.min(ROWS_SEEN, plan.sample().size()));
        table.setMinHeight(USE_PREF_SIZE);
        MessageTabs opened = new MessageTabs(preferences);
        opened.setPrefHeight(200);
        opened.setMinHeight(USE_PREF_SIZE);
        table.selected()
                .subscribe(
                        selected -> {
                            opened.setVisible(selected.isPresent());
                            opened.setManaged(selected.isPresent());
                            selected.ifPresent(opened::show);
                        });
        getChildren()
                .addAll(
                        PlanView.head(
                                text(
                                        "plan.sample",
                                        Formats.number(plan.sample().size()),
                                        ActionWords.amount(plan.effect()))),
                        table,
                        opened);
    }
}
