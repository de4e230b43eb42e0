package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Navigator;
import dev.signalbox.app.parts.ProductIcon;
import dev.signalbox.app.text.Formats;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screens by name, each with what asks for attention on it.
final class Sidebar extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    Sidebar(List<Feature> features, ObservableValue<FeatureId> current, Navigator navigator) {
        getStyleClass().add("sidebar");
        Label name = new Label(text("app.name"), new ProductIcon(20));
        name.getStyleClass().add("app-name");
        getChildren().add(name);
        for (int i = 0; i < features.size(); i++) {
            getChildren().add(entry(features.get(i), i + 1, current, navigator));
        }
    }

    private static Node entry(
            Feature feature, int digit, ObservableValue<FeatureId> current, Navigator navigator) {
        Label title = new Label(text(feature.id().key() + ".title"), new FontIcon(feature.icon()));
        title.setGraphicTextGap(10);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label attention = new Label();
        attention.getStyleClass().add("attention");
        feature.attention()
                .when(Showing.of(attention))
                .subscribe(
                        count -> {
                            attention.setText(Formats.number(count));
                            attention.setVisible(count > 0);
                        });
        HBox row = new HBox(title, gap, attention);
        row.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(title.getText());
        button.getStyleClass().setAll("sidebar-entry");
        button.setId("go-" + feature.id().key());
        button.setTooltip(new Tooltip(text("sidebar.shortcut", title.getText(), digit)));
        button.setOnAction(_ -> navigator.show(feature.id()));
        current.when(Showing.of(button))
                .subscribe(id -> button.pseudoClassStateChanged(CURRENT, id == feature.id()));
        feature.available().when(Showing.of(button)).subscribe(button::setVisible);
        button.managedProperty().bind(button.visibleProperty());
        row.prefWidthProperty().bind(button.widthProperty().subtract(24));
        return button;
    }
}
