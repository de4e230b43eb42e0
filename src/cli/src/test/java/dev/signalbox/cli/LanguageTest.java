package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Table.Column;
import dev.signalbox.core.text.Language;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {
    @TempDir Path folder = Path.of("");

    @AfterEach
    void speakAsBefore() {
        Language.SYSTEM.speak();
    }

    @Test
    void theCommandSpeaksTheLanguageItIsAskedFor() {
        Tongue.of(Map.of("LC_ALL", "en_US.UTF-8"), "--lang", "zh", "--help").speak();
        assertThat(console().run("--lang", "zh", "--help").out()).contains("退出码");
        assertThat(console().run("--lang=zh", "lag", "--help").out()).contains("消费者组");

        Tongue.of(Map.of("LC_ALL", "zh_CN.UTF-8"), "--help", "--lang=en").speak();
        assertThat(console().run("lag", "--help", "--lang=en").out()).contains("consumer groups");
    }

    @Test
    void unaskedItSpeaksTheLanguageOfTheEnvironment() {
        assertThat(Tongue.of(Map.of("LC_ALL", "zh_CN.UTF-8", "LANG", "C")))
                .isEqualTo(Language.CHINESE);
        assertThat(Tongue.of(Map.of("LC_ALL", "", "LANG", "zh_CN"))).isEqualTo(Language.CHINESE);
        assertThat(Tongue.of(Map.of("LC_ALL", "C.UTF-8", "LANG", "zh_CN")))
                .isEqualTo(Language.SYSTEM);
        assertThat(Tongue.of(Map.of())).isEqualTo(Language.SYSTEM);
    }

    @Test
    void whatIsNoLanguageIsRefused() {
        CommandLineFixture.Result result = console().run("lag", "--lang", "klingon");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("klingon is not a language");
    }

    @Test
    void wideCharactersTakeTwoPlacesInATable() {
        Table table = new Table(Column.text("名称"), Column.figure("滞后"));
        table.add("orders", "12");

        assertThat(table.lines()).containsExactly("名称    滞后", "orders    12");
    }

    private CommandLineFixture console() {
        return new CommandLineFixture(folder);
    }
}
