package dev.signalbox.demo.supervisor;

import static dev.signalbox.demo.supervisor.RunningSupervisor.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.signalbox.demo.supervisor.control.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The shop of a demo, and what a test asks of it.
final class Shop {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningSupervisor demo;

    Shop(RunningSupervisor demo) {
        this.demo = demo;
    }

    /// Asks again where no answer came in time: to switch what is switched already does nothing.
    void incident(String name, boolean on) {
        await().ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () ->
                                demo.send("PUT", "/incidents/" + name, "{\"on\":" + on + "}")
                                                .statusCode()
                                        == 200);
    }

    /// Places an order of two pieces that the order service has to accept.
    String placed(String customer, String product, String currency)
            throws IOException, InterruptedException {
        JsonNode settings = demo.settings("order");
        URI uri = URI.create("http://127.0.0.1:" + settings.path("httpPort").asInt() + "/orders");
        String order =
                """
                {"customer":"%s","wishes":[{"product":"%s","quantity":2}],"currency":"%s"}
                """
                        .formatted(customer, product, currency);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + settings.path("token").asText())
                        .POST(BodyPublishers.ofString(order, UTF_8))
                        .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("orderId").asText();
    }

    long counter(String service, String name) throws IOException, InterruptedException {
        JsonNode settings = demo.settings(service);
        URI uri = URI.create("http://127.0.0.1:" + settings.path("httpPort").asInt() + "/status");
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + settings.path("token").asText())
                        .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        return Json.mapper().readTree(answer.body()).path("counters").path(name).asLong(-1);
    }

    void awaitOne(String database, String sql, String orderId) {
        await().until(() -> number(database, sql, orderId) == 1);
    }

    long number(String database, String sql, String parameter) throws IOException, SQLException {
        JsonNode access = demo.description().path("databases").path(database);
        try (java.sql.Connection connection =
                        DriverManager.getConnection(
                                access.path("url").asText(),
                                access.path("user").asText(),
                                access.path("password").asText());
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        }
    }

    long messages(String queue) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            return channel.messageCount(queue);
        }
    }

    Connection connect() throws Exception {
        JsonNode rabbit = demo.description().path("rabbitmq");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(rabbit.path("uri").asText());
        factory.setUsername(rabbit.path("user").asText());
        factory.setPassword(rabbit.path("password").asText());
        return factory.newConnection("walk");
    }
}
