package dev.signalbox.demo.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
    private static final Account FORBIDDEN = new Account(List.of("false"), OptionalInt.empty());
    private static final Account MISSING =
            new Account(List.of("no-such-program"), OptionalInt.empty());

    @TempDir Path folder;

    @Test
    void whoeverWeAreSomeAccountCanRunTheServer() throws Exception {
        Account account = Account.forServer(folder);

        Process whoami = new ProcessBuilder(account.command(List.of("id", "-u"))).start();

        assertThat(new String(whoami.getInputStream().readAllBytes(), US_ASCII).strip())
                .isNotEqualTo("0");
    }

    @Test
    void anAccountThatIsForbiddenOrMissingHereIsPassedOver() throws Exception {
        assertThat(Account.firstThatCanUse(folder, List.of(FORBIDDEN, MISSING, Account.OURSELVES)))
                .isEqualTo(Account.OURSELVES);
    }

    @Test
    void rootWithoutAnyAccountIsToldWhatToDo() {
        assertThatThrownBy(() -> Account.firstThatCanUse(folder, List.of(FORBIDDEN)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ordinary user");
    }
}
