package dev.signalbox.app.overview;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Icons;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.parts.Pill;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One need: what is the matter, on which connection, and the way to where it can be seen to.
final class NeedRow extends HBox {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Pill environment = new Pill();
    private final Button go = new Button();
    private @Nullable Need shown;

    NeedRow(Consumer<Need> opened) {
        getStyleClass().add("need");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("strong");
        detail.getStyleClass().add("muted");
        title.setWrapText(true);
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        title.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        environment.setMinWidth(USE_PREF_SIZE);
        go.setMinWidth(112);
        go.getStyleClass().add("small");
        go.setOnAction(
                _ -> {
                    if (shown != null) {
                        opened.accept(shown);
                    }
                });
        getChildren().addAll(icon, words, environment, go);
    }

    void show(Need need) {
        if (need.equals(shown)) {
            return;
        }
        shown = need;
        icon.setIconCode(Icons.of(need.tone()));
        icon.getStyleClass().setAll("ikonli-font-icon", need.tone().styleClass());
        title.setText(need.title());
        detail.setText(need.detail());
        detail.setTooltip(new Tooltip(need.detail()));
        environment.show(Looks.of(need.source().environment()).withHint(need.source().name()));
        go.setId(need.to().map(target -> "need-" + target.feature().key()).orElse("need-retry"));
        go.setText(
                need.to()
                        .map(target -> text("need.go." + target.feature().key()))
                        .orElseGet(() -> text("need.go.retry")));
    }
}
