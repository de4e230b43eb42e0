package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.connect.Connecting;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Scope;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.core.gate.Unlock;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Chooses which of the open connections the screens show, opens more and closes them.
final class ScopeMenu extends MenuButton {
    private final Live live;
    private final Connecting connecting;

    ScopeMenu(Live live, Connecting connecting) {
        this.live = live;
        this.connecting = connecting;
        setId("scope");
        setGraphic(new FontIcon(Feather.LAYERS));
        live.all().when(Showing.of(this)).subscribe(_ -> name());
        live.scopeProperty().when(Showing.of(this)).subscribe(_ -> name());
        // Made when it opens: profiles may have been saved since.
        setOnShowing(_ -> fill());
        getItems().add(new MenuItem());
    }

    private void name() {
        setText(
                switch (live.scopeProperty().get()) {
                    case Scope.All _ -> text("scope.all", live.all().get().size());
                    case Scope.One one ->
                            live.state(one.profileId())
                                    .map(state -> state.profile().name())
                                    .orElse(one.profileId());
                });
    }

    private void fill() {
        getItems().clear();
        List<ConnectionState> open = live.all().get();
        getItems().add(choice(text("scope.all", open.size()), new Scope.All()));
        for (ConnectionState state : open) {
            Profile profile = state.profile();
            getItems()
                    .add(
                            choice(
                                    text(
                                            "scope.one",
                                            profile.name(),
                                            Looks.of(profile.environment()).text()),
                                    new Scope.One(profile.id())));
        }
        getItems().add(new SeparatorMenuItem());
        addSaved(open);
        MenuItem other = new MenuItem(text("scope.new"), new FontIcon(Feather.PLUS));
        other.setOnAction(_ -> connecting.describeNew());
        getItems().add(other);
        MenuItem manage = new MenuItem(text("connections.title"), new FontIcon(Feather.SETTINGS));
        manage.setOnAction(_ -> connecting.manage());
        getItems().add(manage);
        addAccess();
        if (!open.isEmpty()) {
            Menu close = new Menu(text("scope.close"));
            open.forEach(state -> close.getItems().add(closing(state.profile())));
            getItems().add(close);
        }
    }

    private void addSaved(List<ConnectionState> open) {
        List<String> ids = open.stream().map(state -> state.profile().id()).toList();
        for (Profile profile : connecting.saved().profiles().get()) {
            if (!ids.contains(profile.id())) {
                MenuItem item =
                        new MenuItem(
                                text(
                                        "scope.open",
                                        profile.name(),
                                        Looks.of(profile.environment()).text()));
                item.setOnAction(_ -> connecting.open(profile));
                getItems().add(item);
            }
        }
    }

    private void addAccess() {
        for (Profile profile : connecting.unlocking().locked()) {
            MenuItem item =
                    new MenuItem(text("unlock.ask", profile.name()), new FontIcon(Feather.UNLOCK));
            item.setOnAction(_ -> connecting.unlocking().ask(profile));
            getItems().add(item);
        }
        for (Unlock unlock : connecting.unlocking().unlocked()) {
            MenuItem item =
                    new MenuItem(
                            text("unlock.end", unlock.profile().name()),
                            new FontIcon(Feather.LOCK));
            item.setOnAction(_ -> connecting.unlocking().lock(unlock));
            getItems().add(item);
        }
    }

    private MenuItem closing(Profile profile) {
        MenuItem item = new MenuItem(profile.name());
        item.setOnAction(_ -> live.close(profile.id()));
        return item;
    }

    private RadioMenuItem choice(String words, Scope scope) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setSelected(live.scopeProperty().get().equals(scope));
        item.setOnAction(_ -> live.scopeProperty().set(scope));
        return item;
    }
}
