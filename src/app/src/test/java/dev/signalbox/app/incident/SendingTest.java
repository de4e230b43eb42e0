package dev.signalbox.app.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Source;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {
    private final FakeConnections connections = new FakeConnections();
    private final List<Action> opened = new ArrayList<>();
    private Sending sending =
            new Sending(
                    new Live(connections, new Ticker(Clock.systemUTC()), Runnable::run),
                    (_, action) -> opened.add(action));
    private final Source broker = Source.of(Samples.broker());

    @BeforeEach
    void connect() {
        connections.tell(Samples.broker());
        sending =
                new Sending(
                        new Live(connections, new Ticker(Clock.systemUTC()), Runnable::run),
                        (_, action) -> opened.add(action));
    }

    @Test
    void whatGoesBackToWhereItCameFromIsRestored() {
        Backup backup = backup("kR2vQ9xTTmO", 3);

        assertThat(sending.home(backup)).isPresent();
        sending.send(backup, broker, "orders-dlt");

        assertThat(opened).containsExactly(new Action.RestoreBackup(backup));
    }

    @Test
    void whatGoesElsewhereIsSentThere() {
        Backup backup = backup("kR2vQ9xTTmO", 3);

        sending.send(backup, broker, "orders");

        assertThat(opened).containsExactly(new Action.RestoreBackup(backup, Optional.of("orders")));
    }

    @Test
    void whatIsFromAnotherServerIsSentEvenWhereTheNameIsTheSame() {
        Backup backup = backup("another", 3);

        assertThat(sending.home(backup)).isEmpty();
        sending.send(backup, broker, "orders-dlt");

        assertThat(opened)
                .containsExactly(new Action.RestoreBackup(backup, Optional.of("orders-dlt")));
    }

    @Test
    void nothingIsOfferedWithoutMessagesConnectionOrDestination() {
        Backup backup = backup("kR2vQ9xTTmO", 3);

        assertThat(Sending.offered(backup, Optional.of(broker), "orders"))
                .isInstanceOf(Support.Offered.class);
        assertThat(Sending.offered(backup, Optional.empty(), "orders"))
                .isInstanceOf(Support.Refused.class);
        assertThat(Sending.offered(backup, Optional.of(broker), " "))
                .isInstanceOf(Support.Refused.class);
        assertThat(Sending.offered(backup("x", 0), Optional.of(broker), "orders"))
                .isInstanceOf(Support.Refused.class);
    }

    private static Backup backup(String cluster, long messages) {
        return new Backup(
                new UUID(0, 1),
                "shop-kafka",
                cluster,
                "orders-dlt",
                Samples.NOW,
                messages,
                100,
                true,
                Path.of("orders-dlt.sbk"));
    }
}
