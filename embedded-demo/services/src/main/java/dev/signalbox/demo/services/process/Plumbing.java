package dev.signalbox.demo.services.process;

import dev.signalbox.demo.services.broker.Broker;
import dev.signalbox.demo.services.broker.Consumption;
import dev.signalbox.demo.services.config.RabbitAccess;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.consumer.ConsumerCounters;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessedMessages;
import dev.signalbox.demo.services.database.Database;
import dev.signalbox.demo.services.database.Retention;
import dev.signalbox.demo.services.database.Trimming;
import dev.signalbox.demo.services.kafka.KafkaBroker;
import dev.signalbox.demo.services.lifecycle.ServiceThreads;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.outbox.Outbox;
import dev.signalbox.demo.services.outbox.OutboxRelay;
import dev.signalbox.demo.services.rabbitmq.RabbitBroker;
import dev.signalbox.demo.services.transaction.Coordinator;
import dev.signalbox.demo.services.transaction.LeftUndoLogs;
import dev.signalbox.demo.services.transaction.UndoLogSweeping;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// What every service has: a database, a broker, a consumer, and the threads that serve them.
public final class Plumbing implements AutoCloseable {

    private static final Duration THREADS_END_WITHIN = Duration.ofMillis(1200);

    private final ServiceConfig config;
    private final Stop stop;
    private final Database database;
    private final Broker broker;
    private final ServiceThreads threads = new ServiceThreads();

    private Plumbing(ServiceConfig config, Stop stop, Database database, Broker broker) {
        this.config = config;
        this.stop = stop;
        this.database = database;
        this.broker = broker;
    }

    /// Opens the database with its tables, and the way to the broker.
    ///
    /// @param schemas scripts of the tables, see [Database#createTables]
    public static Plumbing open(ServiceConfig config, Stop stop, String... schemas)
            throws SQLException {
        Database database = Database.open(config.service(), config.database());
        database.createTables(schemas);
        return new Plumbing(config, stop, database, broker(config, stop));
    }

    private static Broker broker(ServiceConfig config, Stop stop) {
        RabbitAccess rabbitmq = config.rabbitmq();
        return rabbitmq == null
                ? KafkaBroker.connect(
                        Objects.requireNonNull(config.kafka()), config.service(), stop)
                : RabbitBroker.connect(rabbitmq, config.service(), stop);
    }

    public Database database() {
        return database;
    }

    /// Publishes the outbox from now on, and trims it.
    public void relayOutbox() {
        threads.start("outbox", new OutboxRelay(new Outbox(database), broker, stop));
        trim("trim-outbox", Retention.OUTBOX);
    }

    private void trim(String thread, Retention retention) {
        threads.start(thread, new Trimming(database, retention, stop));
    }

    /// Removes undo logs that crashes leave, from now on.
    public void sweepUndoLogs(Coordinator coordinator) {
        threads.start(
                "undo-logs", new UndoLogSweeping(new LeftUndoLogs(database, coordinator), stop));
    }

    /// Consumes the topic from now on, on behalf of the service.
    public ConsumerCounters consume(String topic, MessageHandler handler) {
        Consumption consumption =
                broker.consumption(
                        topic, new ProcessedMessages(database, config.service()), handler);
        threads.start("consumer", consumption.loop());
        trim("trim-processed", Retention.PROCESSED_MESSAGES);
        return consumption.counters();
    }

    /// Counters that every service shows: those of its consumer, and `waiting`, 1 while the producer
    /// waits for the broker.
    public Map<String, Long> counters(ConsumerCounters consumer) {
        Map<String, Long> counters = new LinkedHashMap<>();
        counters.put("processed", consumer.processed());
        counters.put("duplicates", consumer.duplicates());
        counters.put("retried", consumer.retried());
        counters.put("deadLettered", consumer.deadLettered());
        counters.put("waiting", broker.isWaiting() ? 1L : 0L);
        return counters;
    }

    /// Ends the threads, which have been told to stop; those that wait for the broker are let go when the
    /// way to it closes.
    @Override
    public void close() {
        threads.join(THREADS_END_WITHIN);
        broker.close();
        threads.join(Duration.ofMillis(300));
        database.close();
    }
}
