package dev.signalbox.demo.services.process;

import dev.signalbox.demo.services.http.HttpApi;
import dev.signalbox.demo.services.incident.Incident;
import java.util.List;
import java.util.Map;

/// A running service, as its process sees it.
public interface Service extends AutoCloseable {

    /// What it has done since it started, or has at the moment, by name.
    Map<String, Long> counters();

    /// The incidents that are switched here.
    List<Incident> incidents();

    /// Adds its own routes.
    default void addRoutes(HttpApi api) {}

    /// Stops in order, within the five seconds that its process has for it.
    @Override
    void close();
}
