package dev.signalbox.demo.supervisor;

import dev.signalbox.demo.part.Ready;
import dev.signalbox.demo.supervisor.process.Readiness;
import dev.signalbox.demo.supervisor.process.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What the backend consists of, in the order in which it is started.
final class Backend {
    static final String DATABASE = "database";
    static final String BROKER = "broker";
    static final String COORDINATOR = "coordinator";

    /// Each service with its database.
    static final Map<String, String> SERVICES = services();

    /// Those of a line are started side by side, when those of the line before are ready.
    static final List<List<String>> STAGES =
            List.of(
                    List.of(DATABASE, BROKER, COORDINATOR),
                    List.of("payment", "stock", "recommendation"),
                    List.of("order"));

    static final Set<String> PARTS =
            STAGES.stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    private static final String PACKAGE = "dev.signalbox.demo.";
    private static final Duration START = Duration.ofMinutes(2);

    private final Path home;
    private final BrokerKind broker;
    private final DemoFolder folder;
    private final Endpoints endpoints;
    private final Settings settings;
    private final Training training;

    Backend(Options options, DemoFolder folder, Endpoints endpoints, Training training) {
        this.home = options.home();
        this.broker = options.broker();
        this.folder = folder;
        this.endpoints = endpoints;
        this.settings = new Settings(folder, endpoints, options.ordersPerSecond());
        this.training = training;
    }

    /// The parts of that name, separated by commas.
    ///
    /// @throws IllegalArgumentException if there is no such part
    static Set<String> known(String names) {
        Set<String> parts = new LinkedHashSet<>(List.of(names.split(",", -1)));
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("Parts are " + PARTS + ", not " + names);
        }
        return parts;
    }

    static String databaseOf(String service) {
        return Objects.requireNonNull(SERVICES.get(service), service);
    }

    /// The recipes of the chosen parts, stage by stage. Writes what their processes will read.
    List<List<Recipe>> recipes(Set<String> chosen) throws IOException {
        List<List<Recipe>> stages = new ArrayList<>();
        for (List<String> stage : STAGES) {
            List<Recipe> recipes = new ArrayList<>();
            for (String part : stage) {
                if (chosen.contains(part)) {
                    recipes.add(recipe(part));
                }
            }
            if (!recipes.isEmpty()) {
                stages.add(recipes);
            }
        }
        return stages;
    }

    private Recipe recipe(String part) throws IOException {
        Path file = settings.write(part);
        JavaPart java = java(part, broker);
        return new Recipe(
                part,
                java.command(home, folder, training.flags(home, java), file),
                folder.root(),
                readiness(part),
                START,
                stopTime(part),
                part.equals(DATABASE) ? folder.postmaster()::end : () -> {});
    }

    private Readiness readiness(String part) {
        return SERVICES.containsKey(part)
                ? new Readiness.Answers(endpoints.service(part).resolve("/health"))
                : new Readiness.Announces(Ready.WORD);
    }

    private Duration stopTime(String part) {
        Duration usual = training.stopTime(part);
        return part.equals(BROKER) && broker.stopTime().compareTo(usual) > 0
                ? broker.stopTime()
                : usual;
    }

    static JavaPart java(String part, BrokerKind broker) {
        return switch (part) {
            case DATABASE -> new JavaPart(part, part, PACKAGE + "database.DatabaseMain", 96);
            case BROKER -> broker.java();
            case COORDINATOR ->
                    new JavaPart(part, part, PACKAGE + "coordinator.CoordinatorMain", 256);
            default -> service(part);
        };
    }

    private static JavaPart service(String name) {
        String simple = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Main";
        return new JavaPart(name, "services", PACKAGE + "services." + name + "." + simple, 96);
    }

    private static Map<String, String> services() {
        Map<String, String> services = new LinkedHashMap<>();
        services.put("order", "orders");
        services.put("payment", "payments");
        services.put("stock", "stock");
        services.put("recommendation", "recommendations");
        return Collections.unmodifiableMap(services);
    }
}
