package dev.signalbox.app.alerts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.connect.Connecting;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.app.nav.Navigator;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How many alerts hold; opens the list of them.
public final class AlertBell extends Button {
    public AlertBell(
            AlertCenter center,
            Live live,
            Connecting connecting,
            Modals modals,
            Navigator navigator) {
        setId("alerts");
        getStyleClass().addAll("flat", "bell");
        Label count = new Label();
        count.getStyleClass().add("attention");
        HBox face = new HBox(4, new FontIcon(Feather.BELL), count);
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setTooltip(new Tooltip(text("alerts.title")));
        center.count()
                .subscribe(
                        some -> {
                            count.setText(Integer.toString(some));
                            count.setVisible(some > 0);
                            count.setManaged(some > 0);
                            setAccessibleText(text("alerts.count", some));
                        });
        setOnAction(_ -> open(center, live, connecting, modals, navigator));
    }

    private static void open(
            AlertCenter center,
            Live live,
            Connecting connecting,
            Modals modals,
            Navigator navigator) {
        // Those of a demo are made anew with every demo: what is changed of them holds until it
        // ends.
        List<Profile> all =
                Stream.concat(
                                connecting.saved().profiles().get().stream(),
                                live.all().get().stream()
                                        .map(ConnectionState::profile)
                                        .filter(profile -> !connecting.isSaved(profile)))
                        .toList();
        Runnable rules =
                () ->
                        modals.showUntilClosed(
                                new RulesForm(
                                        connecting,
                                        all,
                                        () -> open(center, live, connecting, modals, navigator)));
        modals.show(
                new AlertsView(
                        center,
                        live,
                        navigator,
                        all.isEmpty() ? Optional.empty() : Optional.of(rules),
                        modals::close));
    }
}
