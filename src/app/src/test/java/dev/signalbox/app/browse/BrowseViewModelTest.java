package dev.signalbox.app.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.messages.Payload;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
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
        List<Browsed> read = model.messages().get().ready().orElseThrow();
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

    @Test
    void ofLargeMessagesTheBeginningIsKeptAndTheRestIsReadAgain() throws Exception {
        LargeMessages large = new LargeMessages(70, 1 << 20);
        connections.read("shop-kafka", large);
        model.read(ORDERS, new MessageSelection.Newest(100));
        fx.take().run();

        List<Browsed> read = model.messages().get().ready().orElseThrow();
        Browsed first = read.getLast();
        Browsed last = read.getFirst();
        assertThat(read).hasSize(70).allMatch(each -> each.size() == 1 << 20);
        assertThat(first.isWhole()).isTrue();
        assertThat(last.isWhole()).isFalse();
        assertThat(read.stream().mapToLong(each -> each.message().size()).sum())
                .isLessThan(BrowseViewModel.MOST_BYTES + 70 * (Browsed.BEGINNING + 1_024));
        Payload rest = model.payload(ORDERS, last);
        assertThat(rest.isWhole()).isFalse();
        assertThat(rest.rest().orElseThrow().call()).isEqualTo(large.message(69).value());
        assertThat(large.asked()).last().isEqualTo(new MessageSelection.Ids(List.of(last.id())));
        assertThat(model.payload(ORDERS, first).isWhole()).isTrue();
    }

    @Test
    void aMessageThatIsGoneWhenTheRestIsReadIsTold() throws Exception {
        LargeMessages large = new LargeMessages(70, 1 << 20);
        connections.read("shop-kafka", large);
        model.read(ORDERS, new MessageSelection.Newest(100));
        fx.take().run();
        Browsed last = model.messages().get().ready().orElseThrow().getFirst();
        large.empty();

        assertThatThrownBy(() -> model.payload(ORDERS, last).rest().orElseThrow().call())
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("is not there any more");
    }

    /// A place with messages of one size each.
    private static final class LargeMessages implements Reader {
        private final List<MessageSelection> asked = new ArrayList<>();
        private final int size;
        private int count;

        LargeMessages(int count, int size) {
            this.count = count;
            this.size = size;
        }

        void empty() {
            count = 0;
        }

        List<MessageSelection> asked() {
            return asked;
        }

        Message message(int number) {
            byte[] value = new byte[size];
            Arrays.fill(value, (byte) number);
            return new Message(
                    new MessageId("orders", 0, number),
                    null,
                    TimestampType.NONE,
                    null,
                    Bytes.of(value),
                    List.of());
        }

        @Override
        public Details inspect(Subject subject) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MessageStream browse(String destination, MessageSelection selection, long limit) {
            asked.add(selection);
            return FakeReader.stream(
                    IntStream.range(0, count)
                            .mapToObj(this::message)
                            .filter(
                                    each ->
                                            !(selection instanceof MessageSelection.Ids(var ids))
                                                    || ids.contains(each.id()))
                            .toList());
        }
    }
}
