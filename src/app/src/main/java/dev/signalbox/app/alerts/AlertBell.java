package dev.signalbox.app.alerts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.app.nav.Navigator;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How many alerts hold; opens the list of them.
public final class AlertBell extends Button {
    public AlertBell(AlertCenter center, Live live, Modals modals, Navigator navigator) {
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
        setOnAction(_ -> modals.show(new AlertsView(center, live, navigator, modals::close)));
    }
}
