package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.parts.Environments;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Environment;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is to be done, and on which server: so that nobody acts on the wrong one.
final class ActionHead extends VBox {
    ActionHead(ActionViewModel model, Live live) {
        getStyleClass().add("action-head");
        Label title = new Label(ActionWords.title(model.action().get()));
        title.setId("action-title");
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        Optional<ConnectionState> state = live.state(model.profileId());
        getChildren().add(title);
        state.map(known -> known.profile().environment())
                .filter(environment -> environment == Environment.PRODUCTION)
                .ifPresent(_ -> getChildren().add(production()));
        getChildren().add(state.map(ActionHead::place).orElseGet(() -> unknown(model)));
    }

    private static Node production() {
        Label strip = new Label(text("action.production"), new FontIcon(Feather.SHIELD));
        strip.setId("action-production");
        strip.getStyleClass().add("production-strip");
        strip.setMaxWidth(Double.MAX_VALUE);
        strip.setAlignment(Pos.CENTER);
        return strip;
    }

    private static Node place(ConnectionState state) {
        Label environment = new Label(Looks.of(state.profile().environment()).text());
        environment.getStyleClass().add("chip-environment");
        Label name = new Label(state.profile().name());
        name.getStyleClass().add("strong");
        Label server = new Label(state.snapshot().map(known -> words(known.server())).orElse(""));
        server.getStyleClass().add("muted");
        HBox chip = new HBox(environment, name, server);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.setMaxWidth(USE_PREF_SIZE);
        chip.getStyleClass().addAll("chip", Environments.styleClass(state.profile().environment()));
        return chip;
    }

    private static String words(ServerInfo server) {
        return text("action.server", Looks.product(server), server.clusterId());
    }

    private static Node unknown(ActionViewModel model) {
        return new Label(text("action.connection-unknown", model.profileId()));
    }
}
