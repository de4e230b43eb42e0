package dev.signalbox.app.parts;

import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// The product's own icon as part of a screen. Decoration: what it stands beside says the name.
public final class ProductIcon extends ImageView {
    /// @param size in pixels; drawn from twice as many, for displays that have them
    public ProductIcon(double size) {
        super(new Image(address(), 2 * size, 2 * size, true, true));
        setFitWidth(size);
        setFitHeight(size);
        setSmooth(true);
        getStyleClass().add("product-icon");
    }

    private static String address() {
        String path = "/dev/signalbox/app/icons/icon-256.png";
        return Objects.requireNonNull(ProductIcon.class.getResource(path), path).toExternalForm();
    }
}
