package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.prefs.Density;
import dev.signalbox.app.prefs.Mode;
import dev.signalbox.core.text.Language;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How the window looks and which language it speaks.
final class SettingsMenu extends MenuButton {
    private final Settings settings;

    SettingsMenu(Settings settings) {
        this.settings = settings;
        setId("settings");
        setGraphic(new FontIcon(Feather.SETTINGS));
        getStyleClass().addAll("flat", "button-icon", "tool");
        setTooltip(new Tooltip(text("settings.title")));
        setAccessibleText(text("settings.title"));
        setOnShowing(_ -> fill());
        getItems().add(new MenuItem());
    }

    private void fill() {
        getItems()
                .setAll(
                        languages(),
                        new SeparatorMenuItem(),
                        modes(),
                        densities(),
                        contrast(),
                        new SeparatorMenuItem(),
                        about());
    }

    private Menu languages() {
        Menu menu = new Menu(text("settings.language"), new FontIcon(Feather.GLOBE));
        menu.setId("settings-language");
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(word("language", language));
            item.setId("language-" + language.tag());
            item.setStyle(Fonts.style(language));
            item.setSelected(settings.tongue().languageProperty().get() == language);
            item.setOnAction(_ -> settings.tongue().choose(language));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu modes() {
        Menu menu = new Menu(text("settings.mode"), new FontIcon(Feather.MOON));
        for (Mode mode : Mode.values()) {
            RadioMenuItem item = new RadioMenuItem(word("mode", mode));
            item.setSelected(settings.theme().modeProperty().get() == mode);
            item.setOnAction(_ -> settings.theme().choose(mode));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu densities() {
        Menu menu = new Menu(text("settings.density"), new FontIcon(Feather.ALIGN_JUSTIFY));
        for (Density density : Density.values()) {
            RadioMenuItem item = new RadioMenuItem(word("density", density));
            item.setSelected(settings.theme().densityProperty().get() == density);
            item.setOnAction(_ -> settings.theme().choose(density));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem about() {
        MenuItem item = new MenuItem(text("about.open"), new FontIcon(Feather.INFO));
        item.setId("settings-about");
        item.setOnAction(_ -> settings.about().run());
        return item;
    }

    private MenuItem contrast() {
        CheckMenuItem item =
                new CheckMenuItem(text("settings.contrast"), new FontIcon(Feather.EYE));
        item.setId("settings-contrast");
        item.setSelected(settings.theme().highContrastProperty().get());
        item.setOnAction(_ -> settings.theme().setHighContrast(item.isSelected()));
        return item;
    }
}
