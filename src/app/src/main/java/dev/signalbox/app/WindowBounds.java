package dev.signalbox.app;

import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.prefs.WindowPlace;
import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it was.
final class WindowBounds {
    private WindowBounds() {}

    /// A place that no screen shows any more is forgotten; the size is kept.
    static void restore(Stage stage, Preferences preferences) {
        Optional<WindowPlace> known = preferences.place();
        known.ifPresent(
                place -> {
                    stage.setWidth(place.width());
                    stage.setHeight(place.height());
                    if (isOnAScreen(place)) {
                        stage.setX(place.x());
                        stage.setY(place.y());
                    }
                    stage.setMaximized(place.maximized());
                });
    }

    private static boolean isOnAScreen(WindowPlace place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                .isEmpty();
    }

    static void keep(Stage stage, Preferences preferences) {
        WindowPlace now =
                new WindowPlace(
                        stage.getX(),
                        stage.getY(),
                        stage.getWidth(),
                        stage.getHeight(),
                        stage.isMaximized());
        Optional<WindowPlace> before = preferences.place();
        preferences.setPlace(
                now.maximized() && before.isPresent()
                        ? new WindowPlace(
                                before.get().x(),
                                before.get().y(),
                                before.get().width(),
                                before.get().height(),
                                true)
                        : now);
    }
}
