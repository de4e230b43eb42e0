package dev.signalbox.demo.services.config;

import java.util.Objects;

/// How to reach a RabbitMQ node on this machine.
///
/// @param port of AMQP
public record RabbitAccess(int port, String vhost, String user, String password) {

    public RabbitAccess {
        Objects.requireNonNull(vhost, "vhost");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /// Without the password.
    @Override
    public String toString() {
        return user + "@127.0.0.1:" + port + "/" + vhost;
    }
}
