package dev.signalbox.app.alerts;

import dev.signalbox.core.alert.Alerts.Notice;
import dev.signalbox.core.alert.Webhook;
import dev.signalbox.core.monitor.SecretResolver;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells an alert outside the window: on the desktop, to a webhook. Each on a thread of its own.
public final class Delivery {
    private static final String WEBHOOK = Profile.ALERTS + "webhook";

    private final Webhook webhook = new Webhook();
    private final SecretResolver secrets;
    private final Desktop desktop;
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();

    /// Shows a notification. Blocks for a moment.
    public interface Desktop {
        void show(String title, String words) throws ConnectorException, InterruptedException;
    }

    public Delivery(SecretResolver secrets, Desktop desktop) {
        this.secrets = secrets;
        this.desktop = desktop;
    }

    /// @param listener called on any thread
    void whenFailed(Consumer<Problem> listener) {
        listeners.add(listener);
    }

    /// Returns at once.
    void tell(Notice notice, Profile profile) {
        if (notice.channels().desktop()) {
            start(
                    "alert-desktop",
                    () ->
                            desktop.show(
                                    AlertWords.title(notice.alert()),
                                    AlertWords.subjects(notice.alert())));
        }
        notice.channels()
                .webhook()
                .ifPresent(
                        address ->
                                start(
                                        "alert-webhook",
                                        () ->
                                                webhook.tell(
                                                        resolved(profile, address),
                                                        notice.alert())));
    }

    private String resolved(Profile profile, String address) throws ConnectorException {
        Profile asked = secrets.resolve(profile.with(Map.of(WEBHOOK, address)));
        return asked.settings().getOrDefault(WEBHOOK, address);
    }

    private void start(String name, Telling telling) {
        Thread.ofVirtual()
                .name(name)
                .start(
                        () -> {
                            try {
                                telling.tell();
                            } catch (ConnectorException e) {
                                listeners.forEach(listener -> listener.accept(e.problem()));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private interface Telling {
        void tell() throws ConnectorException, InterruptedException;
    }
}
