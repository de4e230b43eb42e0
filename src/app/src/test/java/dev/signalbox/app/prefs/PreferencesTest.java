package dev.signalbox.app.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir Path folder = Path.of("");

    @Test
    void whatWasSetIsThereAtTheNextStart() {
        Preferences set = new Preferences(folder);
        WindowPlace place = new WindowPlace(20, 40, 1400, 900, false);
        set.setMode(Mode.DARK);
        set.setHighContrast(true);
        set.setDensity(Density.COMPACT);
        set.setLanguage(Language.CHINESE);
        set.setPlace(place);
        set.setOpen(List.of("orders", "test"));
        set.setScope(Optional.of("test"));
        set.setHiddenColumns("queues", List.of("queues.bytes"));
        set.setTourSeen();
        set.flush();

        Preferences next = new Preferences(folder);

        assertThat(next.mode()).isEqualTo(Mode.DARK);
        assertThat(next.highContrast()).isTrue();
        assertThat(next.tourSeen()).isTrue();
        assertThat(next.density()).isEqualTo(Density.COMPACT);
        assertThat(next.language()).isEqualTo(Language.CHINESE);
        assertThat(next.place()).contains(place);
        assertThat(next.open()).containsExactly("orders", "test");
        assertThat(next.scope()).contains("test");
        assertThat(next.hiddenColumns("queues")).containsExactly("queues.bytes");
        assertThat(next.hiddenColumns("consumers")).isEmpty();
    }

    @Test
    void withoutAFileEverythingIsAsUsual() {
        Preferences preferences = new Preferences(folder);

        assertThat(preferences.mode()).isEqualTo(Mode.SYSTEM);
        assertThat(preferences.place()).isEmpty();
        assertThat(preferences.open()).isEmpty();
        assertThat(preferences.scope()).isEmpty();
    }

    @Test
    void whatANewerVersionHasWrittenStays() throws IOException {
        Files.writeString(folder.resolve("window.json"), "{\"tongue\": \"zh\", \"dark\": true}");

        Preferences preferences = new Preferences(folder);
        assertThat(preferences.mode()).isEqualTo(Mode.DARK);
        preferences.setMode(Mode.LIGHT);
        preferences.flush();

        assertThat(folder.resolve("window.json")).content().contains("zh");
    }

    @Test
    void aBrokenFileIsLivedWithoutAndKept() throws IOException {
        Files.writeString(folder.resolve("window.json"), "{ \"dark\": tru");

        Preferences preferences = new Preferences(folder);
        assertThat(preferences.mode()).isEqualTo(Mode.SYSTEM);
        preferences.setMode(Mode.DARK);
        preferences.flush();

        assertThat(new Preferences(folder).mode()).isEqualTo(Mode.DARK);
        assertThat(folder.resolve("window.json.unreadable")).hasContent("{ \"dark\": tru");
    }

    @Test
    void thingsOfAnotherKindThanExpectedAreLivedWithout() throws IOException {
        Files.writeString(
                folder.resolve("window.json"),
                "{\"window\": \"large\", \"open\": 7, \"hiddenColumns\": []}");

        Preferences preferences = new Preferences(folder);

        assertThat(preferences.place()).isEmpty();
        assertThat(preferences.open()).isEmpty();
        preferences.setHiddenColumns("queues", List.of("queues.bytes"));
        assertThat(preferences.hiddenColumns("queues")).containsExactly("queues.bytes");
        // Written by now, and not while the folder is being taken away.
        preferences.flush();
    }
}
