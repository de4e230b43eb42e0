package dev.signalbox.app.shell;

import dev.signalbox.core.text.Language;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Which font the texts are drawn with. On the FX thread.
public final class Fonts {
    /// Chinese as it is written in China, best first.
    private static final List<String> CHINESE =
            List.of(
                    "PingFang SC",
                    "Microsoft YaHei UI",
                    "Microsoft YaHei",
                    "Noto Sans CJK SC",
                    "Source Han Sans SC",
                    "WenQuanYi Micro Hei");

    private static final String SAMPLE = "中文死信";

    /// Noncharacters: no font has them, so they are drawn as what stands for a missing one.
    private static final String MISSING = "\uFFFE\uFFFE";

    private Fonts() {}

    /// The style of a window's root for the language that is spoken.
    static String style() {
        return style(Language.spoken());
    }

    /// The style of what is written in this language.
    static String style(Language language) {
        return language == Language.CHINESE
                ? chinese().map(name -> "-fx-font-family: \"" + name + "\";").orElse("")
                : "";
    }

    /// Empty: what the system takes by itself will do.
    private static Optional<String> chinese() {
        List<String> there = Font.getFamilies();
        Optional<String> best = CHINESE.stream().filter(there::contains).findFirst();
        return best.isPresent() || canDraw(SAMPLE, Font.getDefault())
                ? best
                : Optional.of(Ours.CHINESE.getFamily());
    }

    /// Whether this font, or what the system puts in its place, has these characters. It is seen by drawing them: a
    /// character that is missing looks like any other that is.
    static boolean canDraw(String characters, Font font) {
        List<Integer> missing = look(MISSING, font);
        return characters
                .codePoints()
                .mapToObj(Character::toString)
                .noneMatch(each -> look(each + each, font).equals(missing));
    }

    private static List<Integer> look(String characters, Font font) {
        Text text = new Text(characters);
        text.setFont(font);
        text.setY(40);
        WritableImage image = new Scene(new Group(text), 80, 60).snapshot(null);
        PixelReader pixels = image.getPixelReader();
        int width = (int) image.getWidth();
        return IntStream.range(0, width * (int) image.getHeight())
                .mapToObj(i -> pixels.getArgb(i % width, i / width))
                .toList();
    }

    /// The one that comes with the product, for machines without any. Read when it is needed.
    static final class Ours {
        static final Font CHINESE = load();

        private Ours() {}

        private static Font load() {
            InputStream file =
                    Fonts.class.getResourceAsStream(
                            "/dev/signalbox/app/fonts/DroidSansFallback.ttf");
            return Objects.requireNonNull(Font.loadFont(Objects.requireNonNull(file), 24));
        }
    }
}
