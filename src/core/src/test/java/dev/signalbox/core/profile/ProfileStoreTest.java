package dev.signalbox.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileStoreTest {
    private static final Profile SHOP =
            new Profile(
                    "shop",
                    "Shop",
                    "kafka",
                    Environment.TEST,
                    Access.READ_WRITE,
                    Map.of("bootstrap.servers", "localhost:9092"));

    @TempDir private Path folder;
    private Path file;
    private ProfileStore store;

    @BeforeEach
    void makeStore() {
        file = folder.resolve("config/profiles.json");
        store = new ProfileStore(file);
    }

    @Test
    void withoutAFileThereAreNoProfiles() throws Exception {
        assertThat(store.load()).isEmpty();
    }

    @Test
    void whatWasSavedIsLoaded() throws Exception {
        store.save(List.of(SHOP));

        assertThat(store.load()).containsExactly(SHOP);
        assertThat(folder.resolve("config")).isDirectoryContaining("glob:**/profiles.json");
        assertThat(folder.resolve("config").toFile().list()).hasSize(1);
    }

    @Test
    void whatAnotherWindowSavedInTheMeantimeIsNotWrittenOver() throws Exception {
        store.save(List.of(SHOP));
        ProfileStore other = new ProfileStore(file);
        Profile renamed = SHOP.with(Map.of("bootstrap.servers", "other:9092"));
        other.put(Optional.of(SHOP), renamed);

        conflict(() -> store.put(Optional.of(SHOP), SHOP.with(Access.READ_ONLY)));
        conflict(() -> store.remove(SHOP));
        conflict(() -> store.put(Optional.empty(), SHOP));
        assertThat(store.load()).containsExactly(renamed);
    }

    @Test
    void whatTwoWindowsAddIsBothThere() throws Exception {
        Profile second = SHOP.withId("second");
        store.put(Optional.empty(), SHOP);
        new ProfileStore(file).put(Optional.empty(), second);
        assertThat(store.load()).containsExactly(second, SHOP);

        assertThat(store.remove(SHOP)).containsExactly(second);
        assertThat(store.load()).containsExactly(second);
    }

    @Test
    void whatIsNotSaidIsWhatDoesTheLeastHarm() throws Exception {
        write("{\"version\":1,\"profiles\":[{\"id\":\"p\",\"type\":\"kafka\"}]}");

        Profile profile = store.load().getFirst();
        assertThat(profile.access()).isEqualTo(Access.READ_ONLY);
        assertThat(profile.environment()).isEqualTo(Environment.PRODUCTION);
    }

    @Test
    void aBrokenFileIsToldWithItsLineAndLeftAlone() throws Exception {
        String broken = "{\"version\":1,\n\"profiles\":[{\"id\":\"p\",,}]}";
        write(broken);

        assertThatThrownBy(store::load)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(e.problem().summary()).contains("line 2");
                        });
        assertThatThrownBy(() -> store.save(List.of(SHOP))).isInstanceOf(ConnectorException.class);
        assertThat(file).hasContent(broken);
    }

    @Test
    void aMisspeltFieldIsToldRatherThanIgnored() throws Exception {
        write(
                "{\"version\":1,\"profiles\":[{\"id\":\"p\",\"type\":\"k\",\"acess\":\"READ_ONLY\"}]}");

        assertThatThrownBy(store::load).hasMessageContaining("acess");
    }

    @Test
    void twoProfilesCannotShareAnId() throws Exception {
        write(
                "{\"version\":1,\"profiles\":[{\"id\":\"p\",\"type\":\"k\"},{\"id\":\"p\",\"type\":\"k\"}]}");

        assertThatThrownBy(store::load).hasMessageContaining("two profiles");
    }

    @Test
    void theSecretsOfAProfileAreNotInItsText() {
        Profile profile =
                new Profile(
                        "p",
                        "P",
                        "seata",
                        Environment.TEST,
                        Access.READ_ONLY,
                        Map.of("password", "hunter2"));

        assertThat(profile.toString()).doesNotContain("hunter2").contains("password");
    }

    private static void conflict(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
    }

    private void write(String content) throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(file, content);
    }
}
