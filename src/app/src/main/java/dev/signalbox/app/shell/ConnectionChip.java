package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Environments;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Profile;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One connection: the colour of its environment, its name, how it is, and how old what is shown of it is.
final class ConnectionChip extends HBox {
    private final Profile profile;
    private final Label phase = new Label();
    private final Label age = new Label();
    private final Tooltip details = new Tooltip();

    ConnectionChip(Profile profile) {
        this.profile = profile;
        setId("chip-" + profile.id());
        getStyleClass().addAll("chip", Environments.styleClass(profile.environment()));
        setAlignment(Pos.CENTER_LEFT);
        Label environment = new Label(Looks.of(profile.environment()).text());
        environment.getStyleClass().add("chip-environment");
        Label name = new Label(profile.name());
        name.getStyleClass().add("strong");
        age.getStyleClass().add("muted");
        getChildren().addAll(environment, name, phase, age);
        Tooltip.install(this, details);
    }

    Profile profile() {
        return profile;
    }

    /// @param narrow there are many: the age is in the tooltip only
    void show(ConnectionState state, Instant now, boolean narrow) {
        age.setManaged(!narrow);
        age.setVisible(!narrow);
        Shown look = Looks.of(state.phase());
        phase.setText(look.text());
        phase.setGraphic(look.icon().map(FontIcon::new).orElse(null));
        phase.getStyleClass().setAll("label", look.tone().styleClass());
        age.setText(state.snapshot().map(known -> Times.ago(known.takenAt(), now)).orElse(""));
        details.setText(
                state.snapshot()
                        .map(
                                known ->
                                        text(
                                                "chip.details",
                                                Looks.product(known.server()),
                                                known.server().clusterId(),
                                                String.join(", ", known.server().nodes()),
                                                Times.span(known.took())))
                        .orElse(look.text()));
    }
}
