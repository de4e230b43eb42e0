package dev.signalbox.app;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/// The icon in the sizes a desktop asks for.
final class WindowIcons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcons() {}

    static List<Image> all() {
        return SIZES.stream()
                .map(size -> "/dev/signalbox/app/icons/icon-" + size + ".png")
                .map(path -> Objects.requireNonNull(WindowIcons.class.getResource(path), path))
                .map(address -> new Image(address.toExternalForm()))
                .toList();
    }
}
