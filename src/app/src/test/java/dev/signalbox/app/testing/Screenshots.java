package dev.signalbox.app.testing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of screens, for the eye: `target/screens/<name>.png`.
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screens");

    private Screenshots() {}

    /// On the FX thread.
    public static void save(Scene scene, String name) {
        WritableImage image = scene.snapshot(null);
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
