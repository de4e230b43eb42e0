package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.text.Language;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LanguageScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void speakAsBefore() {
        TestWindow.onFx(Language.SYSTEM::speak);
    }

    @Test
    void theLanguageChangesWhileTheWindowIsOpen(FxRobot robot) {
        window.tell(Samples.broker());
        window.show(FeatureId.DEAD_LETTERS);
        assertThat(title(robot)).isEqualTo("Dead letters");

        choose(Language.CHINESE);

        assertThat(title(robot)).isEqualTo("死信");
        assertThat(window.composition().live().all().get()).hasSize(1);
        assertThat(window.composition().shell().currentProperty().get())
                .isEqualTo(FeatureId.DEAD_LETTERS);
        window.await(
                () -> new Preferences(window.folders().config()).language() == Language.CHINESE);

        choose(Language.ENGLISH);

        assertThat(title(robot)).isEqualTo("Dead letters");
    }

    @Test
    void chineseIsDrawnAndNotShownAsBoxes() {
        choose(Language.CHINESE);
        TestWindow.onFx(
                () -> {
                    Labeled title = (Labeled) window.scene().lookup(".welcome-name");
                    String words = "死信消费滞后全局事务分支回滚偏移量重放清除";
                    assertThat(Fonts.canDraw(words, title.getFont())).isTrue();
                    assertThat(Fonts.canDraw(words, Fonts.Ours.CHINESE)).isTrue();
                    // Nobody has this one: it is how a box is known.
                    assertThat(Fonts.canDraw("\uFFFF", title.getFont())).isFalse();
                });
    }

    @Test
    void theFontThatComesWithUsHasEveryCharacterOfOurTexts() {
        ResourceBundle texts =
                ResourceBundle.getBundle("dev.signalbox.app.texts", Locale.SIMPLIFIED_CHINESE);
        // Of this set the font is made.
        CharsetEncoder gb2312 = Charset.forName("GB2312").newEncoder();
        assertThat(texts.keySet())
                .allSatisfy(
                        key ->
                                assertThat(texts.getString(key).codePoints())
                                        .filteredOn(Character::isIdeographic)
                                        .allMatch(each -> gb2312.canEncode((char) (int) each)));
    }

    private void choose(Language language) {
        TestWindow.onFx(() -> window.composition().tongue().choose(language));
    }

    private static String title(FxRobot robot) {
        Node title = robot.lookup(".page-title").query();
        return ((Labeled) title).getText();
    }
}
