package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.kafka.LetterRouter.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads letters and prepares their copies a batch ahead of what is being sent, on a thread of its own. A broker that
/// is away for a while only makes it slower.
final class LetterFeed implements AutoCloseable {
    /// One waits, one is being prepared, one sent. More would only be more for the garbage collector to carry about.
    private static final int AHEAD = 1;

    private final MessageStream letters;
    private final LetterRouter router;
    private final Cluster cluster;
    private final Limit limit;
    private final Optional<Keeper> keeper;
    private long prepared;
    private final BlockingQueue<Fed> ready = new ArrayBlockingQueue<>(AHEAD);
    private final FutureTask<Boolean> reading = new FutureTask<>(this::read);
    private final Thread reader =
            Thread.ofPlatform().daemon().name("kafka-replay-read").unstarted(reading);

    /// Keeps letters as they are, before anything of them is sent.
    interface Keeper {
        void keep(List<Message> letters) throws ConnectorException;
    }

    sealed interface Fed {
        record Batch(PreparedBatch batch) implements Fed {}

        /// The last one.
        ///
        /// @param failure why there are no more, where that is not the end of the letters
        record End(Optional<Problem> failure) implements Fed {}
    }

    /// How many copies the next batch may hold.
    interface Limit {
        /// @param before copies in the batches before it
        int after(long before);
    }

    private LetterFeed(
            MessageStream letters,
            LetterRouter router,
            Cluster cluster,
            Limit limit,
            long prepared,
            Optional<Keeper> keeper) {
        this.letters = letters;
        this.router = router;
        this.cluster = cluster;
        this.limit = limit;
        this.prepared = prepared;
        this.keeper = keeper;
    }

    /// @param letters closed with it
    /// @param before copies that were prepared by others before
    /// @param keeper of what is sent, if anybody wants it
    static LetterFeed open(
            MessageStream letters,
            LetterRouter router,
            Cluster cluster,
            Limit limit,
            long before,
            Optional<Keeper> keeper) {
        LetterFeed feed = new LetterFeed(letters, router, cluster, limit, before, keeper);
        feed.reader.start();
        return feed;
    }

    /// What comes next; empty when it takes longer than this.
    Optional<Fed> next(Duration atMost) throws InterruptedException {
        Fed fed = ready.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (fed == null && reading.isDone() && ready.isEmpty()) {
            throw broken();
        }
        return Optional.ofNullable(fed);
    }

    /// It ends with an [Fed.End], unless there is a bug in it.
    private IllegalStateException broken() throws InterruptedException {
        try {
            return new IllegalStateException("it ended by itself: " + reading.get());
        } catch (ExecutionException e) {
            return new IllegalStateException(e.getCause());
        }
    }

    private boolean read() throws InterruptedException {
        try {
            PreparedBatch batch = prepare();
            while (!batch.place().isEmpty()) {
                ready.put(new Fed.Batch(batch));
                batch = prepare();
            }
            ready.put(new Fed.End(Optional.empty()));
        } catch (ConnectorException e) {
            ready.put(new Fed.End(Optional.of(e.problem())));
        }
        return true;
    }

    /// The next batch, full but for the last one; nothing in it at the end.
    private PreparedBatch prepare() throws ConnectorException, InterruptedException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        RangeCollector copied = new RangeCollector();
        List<Message> kept = new ArrayList<>();
        Map<TopicPartition, Long> place = new HashMap<>();
        SortedMap<String, Long> sentTo = new TreeMap<>();
        SortedMap<String, Long> leftOut = new TreeMap<>();
        Cluster.Batch size = cluster.batch();
        int most = limit.after(prepared);
        long bytes = 0;
        for (int read = 0;
                read < size.messages() && records.size() < most && bytes < size.bytes();
                read++) {
            Optional<Message> next = Patience.with(letters::next);
            if (next.isEmpty()) {
                break;
            }
            Message letter = next.get();
            bytes += letter.size();
            place.put(
                    new TopicPartition(letter.id().destination(), letter.id().partition()),
                    letter.id().position() + 1);
            switch (Patience.with(() -> router.route(letter))) {
                case Route.Copy copy -> {
                    records.add(copy.record());
                    sentTo.merge(copy.target().topic(), 1L, Long::sum);
                    copied.add(letter.id());
                    keeper.ifPresent(_ -> kept.add(letter));
                }
                case Route.LeftOut out -> leftOut.merge(out.reason(), 1L, Long::sum);
            }
        }
        if (keeper.isPresent() && !kept.isEmpty()) {
            keeper.get().keep(kept);
        }
        prepared += records.size();
        return new PreparedBatch(
                records, copied.ranges(), place, sentTo, leftOut, most < size.messages());
    }

    /// Ends the reading.
    @Override
    public void close() {
        boolean interrupted = false;
        reader.interrupt();
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        letters.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
