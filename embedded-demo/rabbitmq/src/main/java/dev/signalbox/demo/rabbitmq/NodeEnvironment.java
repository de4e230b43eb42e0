package dev.signalbox.demo.rabbitmq;

import java.nio.file.Path;
import java.util.Map;

/// What keeps a node to itself: its name, its files, its ports and its port mapper. Nothing that the
/// system's service, or another node of the user, has set is taken over.
record NodeEnvironment(Map<String, String> variables) {
    NodeEnvironment {
        variables = Map.copyOf(variables);
    }

    static NodeEnvironment of(Path folder, NodePorts ports) {
        return new NodeEnvironment(
                Map.ofEntries(
                        Map.entry("HOME", folder.toString()),
                        Map.entry("ERL_EPMD_PORT", Integer.toString(ports.epmd())),
                        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                        Map.entry("RABBITMQ_NODENAME", "signalbox-demo@localhost"),
                        Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                        Map.entry("RABBITMQ_NODE_PORT", Integer.toString(ports.amqp())),
                        Map.entry("RABBITMQ_DIST_PORT", Integer.toString(ports.distribution())),
                        Map.entry("RABBITMQ_MNESIA_BASE", file(folder, "mnesia")),
                        Map.entry("RABBITMQ_LOG_BASE", file(folder, "log")),
                        Map.entry("RABBITMQ_LOGS", "-"),
                        Map.entry("RABBITMQ_SCHEMA_DIR", file(folder, "schema")),
                        Map.entry("RABBITMQ_GENERATED_CONFIG_DIR", file(folder, "config")),
                        Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", file(folder, "enabled_plugins")),
                        Map.entry("RABBITMQ_CONFIG_FILE", file(folder, "rabbitmq.conf")),
                        Map.entry("RABBITMQ_ADVANCED_CONFIG_FILE", file(folder, "advanced.config")),
                        Map.entry("RABBITMQ_CONF_ENV_FILE", file(folder, "env.conf")),
                        Map.entry("RABBITMQ_PID_FILE", file(folder, "pid")),
                        Map.entry("RABBITMQ_ALLOW_INPUT", "true"),
                        // Two schedulers that do not spin: a demo is no server
                        Map.entry(
                                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                                "-noinput -kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt"
                                        + " none +sbwtdcpu none +sbwtdio none")));
    }

    void applyTo(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.startsWith("RABBITMQ_") || name.startsWith("ERL_"));
        environment.putAll(variables);
    }

    private static String file(Path folder, String name) {
        return folder.resolve(name).toString();
    }
}
