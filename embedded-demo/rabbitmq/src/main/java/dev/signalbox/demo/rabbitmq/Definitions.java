package dev.signalbox.demo.rabbitmq;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Everything a fresh node is to have, in RabbitMQ's own format for it.
///
/// Events are published to the exchange `shop` with the name of their queue as routing key. Each queue is
/// a quorum queue that refuses what it has no room for (`reject-publish`), so that producers wait instead
/// of messages being lost. What a consumer rejects, or what was delivered too often, goes through the
/// exchange `shop.dlx` to `<queue>.dlq`, at least once: the queue keeps it until the other has it.
final class Definitions {
    static final String USER = "demo";
    static final String VHOST = "shop";
    static final String EXCHANGE = "shop";
    static final String DEAD_LETTER_EXCHANGE = "shop.dlx";
    static final List<String> QUEUES = List.of("orders", "payments", "stock", "recommendations");

    /// What RabbitMQ 4 does without being asked, and 3 does not.
    private static final int DELIVERY_LIMIT = 20;

    /// Enough for most of an hour of the slow consumer at the rate the demo starts with.
    private static final int MAX_LENGTH = 10_000;

    private static final int SALT = 4;

    private Definitions() {}

    static String json(String password) {
        List<String> queues = new ArrayList<>();
        List<String> bindings = new ArrayList<>();
        for (String name : QUEUES) {
            queues.add(queue(name));
            queues.add(queue(name + ".dlq"));
            bindings.add(binding(EXCHANGE, name, name));
            bindings.add(binding(DEAD_LETTER_EXCHANGE, name, name + ".dlq"));
        }
        return """
        {"users": [{"name": "%s", "password_hash": "%s", "hashing_algorithm":
          "rabbit_password_hashing_sha256", "tags": "administrator"}],
         "vhosts": [{"name": "%s"}],
         "permissions": [{"user": "%s", "vhost": "%s", "configure": ".*", "write": ".*", "read": ".*"}],
         "policies": [%s],
         "exchanges": [%s,
          %s],
         "queues": [%s],
         "bindings": [%s]}
        """
                .formatted(
                        USER,
                        hash(password),
                        VHOST,
                        USER,
                        VHOST,
                        policy(),
                        exchange(EXCHANGE, "topic"),
                        exchange(DEAD_LETTER_EXCHANGE, "direct"),
                        String.join(",\n  ", queues),
                        String.join(",\n  ", bindings));
    }

    private static String policy() {
        return """
        {"vhost": "%s", "name": "shop", "pattern": "^(%s)$", "apply-to": "queues", "priority": 1,
          "definition": {"dead-letter-exchange": "%s", "dead-letter-strategy": "at-least-once",
           "delivery-limit": %d, "max-length": %d, "overflow": "reject-publish"}}\
        """
                .formatted(
                        VHOST,
                        String.join("|", QUEUES),
                        DEAD_LETTER_EXCHANGE,
                        DELIVERY_LIMIT,
                        MAX_LENGTH);
    }

    private static String exchange(String name, String type) {
        return """
        {"vhost": "%s", "name": "%s", "type": "%s", "durable": true, "auto_delete": false,
          "internal": false, "arguments": {}}\
        """
                .formatted(VHOST, name, type);
    }

    private static String queue(String name) {
        return """
        {"vhost": "%s", "name": "%s", "durable": true, "auto_delete": false,
          "arguments": {"x-queue-type": "quorum"}}\
        """
                .formatted(VHOST, name);
    }

    private static String binding(String source, String routingKey, String queue) {
        return """
        {"vhost": "%s", "source": "%s", "destination": "%s", "destination_type": "queue",
          "routing_key": "%s", "arguments": {}}\
        """
                .formatted(VHOST, source, queue, routingKey);
    }

    /// Salt and SHA-256 of salt and password, as RabbitMQ keeps them.
    private static String hash(String password) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            ByteArrayOutputStream salted = new ByteArrayOutputStream();
            salted.writeBytes(salt);
            salted.writeBytes(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
            return Base64.getEncoder().encodeToString(salted.toByteArray());
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
