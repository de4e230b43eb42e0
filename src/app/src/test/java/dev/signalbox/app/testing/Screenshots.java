package dev.signalbox.app.testing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Pictures of screens, for the eye: `target/screens/<name>.png`.
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screens");

    private Screenshots() {}

    /// On the FX thread.
    public static void save(Scene scene, String name) {
        save(scene.snapshot(null), name);
    }

    /// The same, so many times as large, as a dense screen would draw it. On the FX thread.
    public static void save(Scene scene, String name, double scale) {
        SnapshotParameters larger = new SnapshotParameters();
        larger.setTransform(Transform.scale(scale, scale));
        larger.setFill(scene.getFill());
        save(scene.getRoot().snapshot(larger, null), name);
    }

    private static void save(WritableImage image, String name) {
        BufferedImage copy =
                new BufferedImage(
                        (int) image.getWidth(),
                        (int) image.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        copy.getWidth(),
                        copy.getHeight(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        copy.getWidth());
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(copy, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
