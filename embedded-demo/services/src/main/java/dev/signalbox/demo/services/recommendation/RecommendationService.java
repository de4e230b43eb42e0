package dev.signalbox.demo.services.recommendation;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.consumer.ConsumerCounters;
import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.process.Plumbing;
import dev.signalbox.demo.services.process.Service;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// The recommendation service, put together. It takes no part in global transactions.
final class RecommendationService implements Service {

    private final Plumbing plumbing;
    private final Incident slow = new Incident("slow-consumer");
    private final ConsumerCounters consumer;

    private RecommendationService(Plumbing plumbing) {
        this.plumbing = plumbing;
        consumer = plumbing.consume(Topics.RECOMMENDATIONS, new Recommend(slow));
    }

    static RecommendationService open(ServiceConfig config, Stop stop) throws SQLException {
        return new RecommendationService(
                Plumbing.open(config, stop, "processed-message.sql", "recommendation.sql"));
    }

    @Override
    public Map<String, Long> counters() {
        return plumbing.counters(consumer);
    }

    @Override
    public List<Incident> incidents() {
        return List.of(slow);
    }

    @Override
    public void close() {
        plumbing.close();
    }
}
