package dev.signalbox.demo.supervisor;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where everything of one demo listens, and what lets one in.
///
/// @param services HTTP port of each service by its name
record Endpoints(
        int control,
        BrokerEndpoint broker,
        int database,
        Coordinator coordinator,
        Map<String, Integer> services,
        Secrets secrets) {

    /// @param store port at which the coordinator's session file is shared
    record Coordinator(int rpc, int console, int store) {}

    /// @param token of the control requests, the supervisor's and the services'
    record Secrets(String token, String database, String console, String store) {
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    Endpoints {
        services = Map.copyOf(services);
    }

    static Endpoints choose(List<String> services, BrokerKind broker) throws IOException {
        Ports ports = new Ports();
        Map<String, Integer> servicePorts = new LinkedHashMap<>();
        for (String service : services) {
            servicePorts.put(service, ports.next());
        }
        return new Endpoints(
                ports.next(),
                BrokerEndpoint.choose(broker, ports),
                ports.next(),
                new Coordinator(ports.next(), ports.next(), ports.next()),
                servicePorts,
                new Secrets(Secret.random(), Secret.random(), Secret.random(), Secret.random()));
    }

    String jdbc(String name) {
        return "jdbc:postgresql://127.0.0.1:" + database + "/" + name;
    }

    String seata() {
        return "127.0.0.1:" + coordinator.rpc();
    }

    URI service(String name) {
        Integer port = services.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No service " + name);
        }
        return http(port);
    }

    static URI http(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
