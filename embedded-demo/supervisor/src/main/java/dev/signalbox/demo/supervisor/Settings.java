package dev.signalbox.demo.supervisor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.demo.supervisor.control.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// The settings file of each part: properties for the servers, JSON for the services. The README has
/// what is in them.
record Settings(DemoFolder folder, Endpoints endpoints, double ordersPerSecond) {
    static final String GROUP = "demo_tx_group";

    /// Writes the file of the part, readable by its owner only.
    Path write(String part) throws IOException {
        boolean service = Backend.SERVICES.containsKey(part);
        Path file = folder.run().resolve(part + (service ? ".json" : ".properties"));
        PrivateFile.write(file, service ? json(part) : properties(part));
        return file;
    }

    private String properties(String part) throws IOException {
        Map<String, String> values = new TreeMap<>();
        values.put("folder", folder.of(part).toString());
        switch (part) {
            case Backend.DATABASE -> {
                values.put("port", Integer.toString(endpoints.database()));
                values.put("password", endpoints.secrets().database());
            }
            case Backend.BROKER -> {
                values.putAll(endpoints.broker().settings());
                values.put("processes", folder.leftovers().folder().toString());
            }
            case Backend.COORDINATOR -> {
                Endpoints.Coordinator ports = endpoints.coordinator();
                values.put("port", Integer.toString(ports.rpc()));
                values.put("consolePort", Integer.toString(ports.console()));
                values.put("consolePassword", endpoints.secrets().console());
                values.put("storePort", Integer.toString(ports.store()));
                values.put("storePassword", endpoints.secrets().store());
            }
            default -> throw new IllegalArgumentException("No settings for " + part);
        }
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    private String json(String service) {
        ObjectNode config = Json.object();
        config.put("service", service);
        config.put("httpPort", endpoints.service(service).getPort());
        endpoints.broker().tellService(config);
        config.putObject("seata").put("server", endpoints.seata()).put("group", GROUP);
        config.putObject("database")
                .put("url", endpoints.jdbc(Backend.databaseOf(service)))
                .put("user", "postgres")
                .put("password", endpoints.secrets().database());
        ObjectNode peers = config.putObject("peers");
        for (String peer : Backend.SERVICES.keySet()) {
            if (!peer.equals(service)) {
                peers.put(peer, endpoints.service(peer).toString());
            }
        }
        config.put("ordersPerSecond", ordersPerSecond);
        config.put("token", endpoints.secrets().token());
        return config.toString();
    }
}
