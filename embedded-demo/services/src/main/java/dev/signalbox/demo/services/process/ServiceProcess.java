package dev.signalbox.demo.services.process;

import dev.signalbox.demo.part.Lifeline;
import dev.signalbox.demo.part.Ready;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.http.HttpApi;
import dev.signalbox.demo.services.http.RefusedException;
import dev.signalbox.demo.services.http.Reply;
import dev.signalbox.demo.services.http.Request;
import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.incident.IncidentSwitch;
import dev.signalbox.demo.services.lifecycle.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a service as a process: `<main> <config.json>`. Standard input is the life line: when it ends,
/// the service stops in order, and if it does not within five seconds, at once.
public final class ServiceProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final HttpApi api;
    private final Service service;
    private final Stop stop;

    private ServiceProcess(HttpApi api, Service service, Stop stop) {
        this.api = api;
        this.service = service;
        this.stop = stop;
    }

    /// Opens a service.
    @FunctionalInterface
    public interface Opening {
        Service open(ServiceConfig config, Stop stop) throws SQLException;
    }

    /// Starts it and returns; it runs until its life line ends. A service that cannot start ends its
    /// process with 1.
    public static void run(String[] args, Opening opening) {
        if (args.length != 1) {
            System.err.println("usage: <main> <config.json>");
            System.exit(2);
        }
        Lifeline.hold(STOP_WITHIN);
        try {
            start(ServiceConfig.read(Path.of(args[0])), opening);
        } catch (IOException | SQLException | RuntimeException e) {
            // Without an exit the threads that did start would keep a half service alive
            LOG.error("could not start", e);
            System.exit(1);
        }
    }

    private static void start(ServiceConfig config, Opening opening)
            throws IOException, SQLException {
        LOG.info("starting {}", config);
        HttpApi api = HttpApi.listen(config.httpPort(), config.token());
        Stop stop = new Stop();
        ServiceProcess process = new ServiceProcess(api, opening.open(config, stop), stop);
        process.addRoutes(config.service());
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop"));
        api.ready();
        LOG.info("ready");
        Ready.announce();
    }

    private void addRoutes(String name) {
        api.route("GET /status", request -> Reply.ok(status(name)));
        api.route("PUT /incidents/", this::switchIncident);
        service.addRoutes(api);
    }

    private Status status(String name) {
        return new Status(
                name,
                service.counters(),
                service.incidents().stream().map(Incident::state).toList());
    }

    private Reply switchIncident(Request request) throws RefusedException {
        for (Incident incident : service.incidents()) {
            if (incident.name().equals(request.subject())) {
                request.body(IncidentSwitch.class).apply(incident);
                LOG.info("incident {}", incident.state());
                return Reply.ok(incident.state());
            }
        }
        throw new RefusedException(404, "no incident " + request.subject() + " here");
    }

    private void stop() {
        LOG.info("stopping");
        stop.wish();
        api.close();
        service.close();
        LOG.info("stopped");
    }
}
