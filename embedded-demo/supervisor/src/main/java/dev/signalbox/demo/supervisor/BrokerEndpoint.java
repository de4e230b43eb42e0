package dev.signalbox.demo.supervisor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/// Where the broker listens, and how it, the services and the console are told.
sealed interface BrokerEndpoint {

    /// What its process is told, beside its folder.
    Map<String, String> settings();

    /// How a service is told.
    void tellService(ObjectNode config);

    /// How the console is told.
    void tellConsole(ObjectNode demo);

    static BrokerEndpoint choose(BrokerKind kind, Ports ports) throws IOException {
        return switch (kind) {
            case KAFKA -> new Kafka(ports.next(), ports.next());
            case RABBITMQ ->
                    new Rabbit(
                            ports.next(),
                            ports.next(),
                            ports.next(),
                            ports.next(),
                            ports.next(),
                            Secret.random());
        };
    }

    /// @param controller port of the quorum of one
    record Kafka(int port, int controller) implements BrokerEndpoint {
        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "port", Integer.toString(port), "controllerPort", Integer.toString(controller));
        }

        @Override
        public void tellService(ObjectNode config) {
            config.put("kafka", "127.0.0.1:" + port);
        }

        @Override
        public void tellConsole(ObjectNode demo) {
            demo.put("kafka", "127.0.0.1:" + port);
        }
    }

    /// @param distribution port of Erlang's own tools
    /// @param epmd port of the node's own port mapper
    record Rabbit(
            int port, int management, int prometheus, int distribution, int epmd, String password)
            implements BrokerEndpoint {
        private static final String USER = "demo";
        private static final String VHOST = "shop";

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "port", Integer.toString(port),
                    "managementPort", Integer.toString(management),
                    "prometheusPort", Integer.toString(prometheus),
                    "distributionPort", Integer.toString(distribution),
                    "epmdPort", Integer.toString(epmd),
                    "password", password);
        }

        @Override
        public void tellService(ObjectNode config) {
            config.putObject("rabbitmq")
                    .put("port", port)
                    .put("vhost", VHOST)
                    .put("user", USER)
                    .put("password", password);
        }

        @Override
        public void tellConsole(ObjectNode demo) {
            demo.putObject("rabbitmq")
                    .put("uri", "amqp://127.0.0.1:" + port + "/" + VHOST)
                    .put("management", Endpoints.http(management).toString())
                    .put("prometheus", Endpoints.http(prometheus).toString())
                    .put("user", USER)
                    .put("password", password);
        }

        @Override
        public String toString() {
            return "Rabbit[" + port + "]";
        }
    }
}
