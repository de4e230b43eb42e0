package dev.signalbox.app.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BrowseViewModelTest {
    private static final Focus ORDERS = new Focus("shop-kafka", "orders");

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final FakeConnections connections = new FakeConnections();
    private final BrowseViewModel model = new BrowseViewModel(connections, new Background(fx::add));

    @Test
    void theNewestMessageComesFirst() throws InterruptedException {
        connections.read("shop-kafka", new FakeReader());
        model.read(ORDERS, new MessageSelection.Newest(100));
        assertThat(model.messages().get()).isInstanceOf(Loaded.Loading.class);
        fx.take().run();
        List<Message> read = model.messages().get().ready().orElseThrow();
        assertThat(read).hasSize(12);
        assertThat(read.getFirst().id().position()).isEqualTo(40_131);
    }

    @Test
    void aConnectionThatIsNotThereIsTold() throws InterruptedException {
        model.read(ORDERS, new MessageSelection.Newest(100));
        fx.take().run();
        assertThat(model.messages().get()).isInstanceOf(Loaded.Failed.class);
    }

    @Test
    void whatWasAskedForBeforeNeverReplacesWhatWasAskedForLast() throws InterruptedException {
        connections.read("shop-kafka", new FakeReader());
        model.read(ORDERS, new MessageSelection.Newest(100));
        Runnable first = fx.take();
        model.read(new Focus("shop-kafka", "payments"), new MessageSelection.Newest(100));
        first.run();
        assertThat(model.messages().get()).isInstanceOf(Loaded.Loading.class);
        fx.take().run();
        assertThat(model.messages().get().ready().orElseThrow().getFirst().id().destination())
                .isEqualTo("payments");
    }
}
