package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.connect.Unlocking;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which connections are shown and how they are; whether that is production; refresh and theme.
final class Header extends VBox {
    /// So many fit beside each other with everything told, and so many at all.
    private static final int WIDE = 3;

    private static final int MOST = 5;

    private final Live live;
    private final HBox chipRow = new HBox();
    private List<ConnectionChip> chips = List.of();

    Header(Live live, Settings settings, ScopeMenu scopes, Unlocking unlocking, Node bell) {
        this.live = live;
        getStyleClass().add("header");
        chipRow.getStyleClass().add("chips");
        chipRow.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button refresh = button(Feather.REFRESH_CW, text("header.refresh"));
        refresh.setId("refresh");
        refresh.setOnAction(_ -> live.pollNow());
        HBox row =
                new HBox(
                        scopes,
                        chipRow,
                        gap,
                        bell,
                        refresh,
                        themeButton(settings.theme()),
                        new SettingsMenu(settings));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("header-row");
        getChildren().addAll(production(), new UnlockStrip(live, unlocking), row);
        live.shown().when(Showing.of(this)).subscribe(_ -> showChips());
        live.now().when(Showing.of(this)).subscribe(_ -> updateChips());
    }

    private Label production() {
        Label strip = new Label(text("header.production"), new FontIcon(Feather.SHIELD));
        strip.getStyleClass().add("production-strip");
        strip.setMaxWidth(Double.MAX_VALUE);
        strip.setAlignment(Pos.CENTER);
        live.production()
                .when(Showing.of(strip))
                .subscribe(
                        production -> {
                            strip.setVisible(production);
                            strip.setManaged(production);
                        });
        return strip;
    }

    private void showChips() {
        List<Profile> profiles = live.shown().get().stream().map(ConnectionState::profile).toList();
        if (!profiles.equals(chips.stream().map(ConnectionChip::profile).toList())) {
            chips = profiles.stream().map(ConnectionChip::new).toList();
            chipRow.getChildren().setAll(chips.subList(0, Math.min(MOST, chips.size())));
            if (chips.size() > MOST) {
                chipRow.getChildren().add(new Label(text("header.more", chips.size() - MOST)));
            }
        }
        updateChips();
    }

    private void updateChips() {
        List<ConnectionState> states = live.shown().get();
        for (int i = 0; i < Math.min(chips.size(), states.size()); i++) {
            chips.get(i).show(states.get(i), live.now().getValue(), chips.size() > WIDE);
        }
    }

    private static Button themeButton(Theme theme) {
        Button toggle = button(Feather.MOON, text("header.theme"));
        toggle.setId("theme");
        toggle.setOnAction(_ -> theme.toggle());
        theme.darkProperty()
                .when(Showing.of(toggle))
                .subscribe(
                        dark -> toggle.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON)));
        return toggle;
    }

    private static Button button(Feather icon, String hint) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        return button;
    }
}
