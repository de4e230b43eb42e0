package dev.signalbox.demo.supervisor;

import dev.signalbox.demo.supervisor.control.ControlServer;
import dev.signalbox.demo.supervisor.control.RefusedException;
import dev.signalbox.demo.supervisor.control.Service;
import dev.signalbox.demo.supervisor.control.Steering;
import dev.signalbox.demo.supervisor.process.CappedLog;
import dev.signalbox.demo.supervisor.process.Part;
import dev.signalbox.demo.supervisor.process.PartFailedException;
import dev.signalbox.demo.supervisor.process.Parts;
import dev.signalbox.demo.supervisor.process.Recipe;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// One demo: its folder, its parts and what steers them.
final class Demo {
    private final DemoFolder folder;
    private final Endpoints endpoints;
    private final Set<String> chosen;
    private final Parts parts;
    private final Steering steering;

    private Demo(
            DemoFolder folder,
            Endpoints endpoints,
            Set<String> chosen,
            Parts parts,
            Steering steering) {
        this.folder = folder;
        this.endpoints = endpoints;
        this.chosen = chosen;
        this.parts = parts;
        this.steering = steering;
    }

    /// Prepares a demo in the folder; nothing runs yet.
    static Demo in(DemoFolder folder, Options options, Training training, Events events)
            throws IOException {
        List<String> services =
                Backend.SERVICES.keySet().stream().filter(options.parts()::contains).toList();
        Endpoints endpoints =
                Endpoints.choose(List.copyOf(Backend.SERVICES.keySet()), options.broker());
        Backend backend = new Backend(options, folder, endpoints, training);
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
        List<List<Part>> stages = new ArrayList<>();
        for (List<Recipe> stage : backend.recipes(options.parts())) {
            stages.add(stage.stream().map(recipe -> part(folder, recipe, events, http)).toList());
        }
        Parts parts = new Parts(stages);
        String token = endpoints.secrets().token();
        List<Service> clients =
                services.stream()
                        .map(
                                name ->
                                        new Service(
                                                parts.named(name).orElseThrow(),
                                                endpoints.service(name),
                                                token,
                                                http))
                        .toList();
        Steering steering = new Steering(parts, clients, options.ordersPerSecond(), events);
        return new Demo(folder, endpoints, options.parts(), parts, steering);
    }

    private static Part part(DemoFolder folder, Recipe recipe, Events events, HttpClient http) {
        Path log = folder.logs().resolve(recipe.name() + ".log");
        return new Part(recipe, new CappedLog(log), folder.leftovers(), events, http);
    }

    /// Starts everything; returns when all is ready.
    void start() throws PartFailedException, InterruptedException {
        parts.start();
    }

    /// Lets the console in.
    ///
    /// @param stop ends the supervisor
    /// @return the address of the control requests
    String open(Runnable stop) throws IOException, InterruptedException {
        new ControlServer(parts, steering, endpoints.secrets().token(), stop)
                .listen(endpoints.control());
        steering.look();
        new DemoFile(folder, endpoints).write(chosen);
        return Endpoints.http(endpoints.control()).toString();
    }

    /// What goes wrong from the start, so that every screen of the console has something to show.
    void firstIncidents() throws InterruptedException {
        first("poison-messages", OptionalInt.of(3));
        first("payment-hangs", OptionalInt.of(1));
        first("slow-consumer", OptionalInt.empty());
    }

    private void first(String incident, OptionalInt count) throws InterruptedException {
        try {
            steering.incident(incident, true, count);
        } catch (RefusedException later) {
            // Not all parts were chosen, or a service has just died and is told when it is back.
        }
    }

    /// Keeps what is wanted and what is alike, until the process ends.
    void steer() throws InterruptedException {
        while (true) {
            steering.look();
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    void traffic(double ordersPerSecond) throws RefusedException, InterruptedException {
        steering.traffic(ordersPerSecond);
    }

    /// Ends everything; returns when all is gone.
    void close() {
        parts.close();
    }
}
