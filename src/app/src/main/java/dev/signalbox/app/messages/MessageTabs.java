package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.Message;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// A message in tabs: payload, key, headers. What else is known of it can be put before them.
public final class MessageTabs extends TabPane {
    private final ContentView payload = new ContentView();
    private final ContentView key = new ContentView();
    private final HeaderTable headers;
    private final Tab headersTab;

    public MessageTabs(Preferences preferences, Tab... before) {
        headers = new HeaderTable(preferences);
        headersTab = tab("message.headers", headers);
        getStyleClass().addAll("dense", "message-tabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getTabs().addAll(before);
        getTabs().addAll(tab("message.payload", payload), tab("message.key", key), headersTab);
    }

    /// A tab that cannot be closed.
    public static Tab tab(String titleKey, Node content) {
        return new Tab(text(titleKey), content);
    }

    public void show(Message message) {
        show(message, Payload.whole(message.value()));
    }

    /// @param value of the message, which may hold only the beginning
    public void show(Message message, Payload value) {
        payload.show(value);
        key.show(message.key());
        headers.show(message);
        headersTab.setText(text("message.headers-count", Formats.number(message.headers().size())));
    }
}
