package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.port.Details.Sheet;
import dev.signalbox.rabbitmq.SheetReader.Column;
import java.util.List;
import java.util.Locale;

/// What a RabbitMQ consists of beside its queues: nodes, virtual hosts, exchanges, bindings, connections, consumers. Read
/// on demand only.
final class ServerSheets {
    private final SheetReader reader;

    ServerSheets(SheetReader reader) {
        this.reader = reader;
    }

    List<Sheet> all() throws InterruptedException {
        return List.of(
                nodes(), vhosts(), connections(), consumers(), exchanges(), bindings("/bindings"));
    }

    private Sheet nodes() throws InterruptedException {
        return reader.read(
                "nodes",
                "/nodes",
                false,
                List.of(
                        Column.of("name", "name"),
                        new Column("state", ServerSheets::nodeState),
                        new Column("memory", row -> used(row, "mem_used", "mem_limit")),
                        new Column("disk", row -> used(row, "disk_free", "disk_free_limit")),
                        new Column("files", row -> plain(row, "fd_used", "fd_total")),
                        new Column("processes", row -> plain(row, "proc_used", "proc_total")),
                        new Column("partitions", row -> SheetReader.text(row.path("partitions")))));
    }

    private static String nodeState(JsonNode node) {
        if (!node.path("running").asBoolean(true)) {
            return RabbitTexts.get("sheet.node.down");
        }
        if (node.path("mem_alarm").asBoolean(false)) {
            return RabbitTexts.get("sheet.node.memory");
        }
        return RabbitTexts.get(
                node.path("disk_free_alarm").asBoolean(false)
                        ? "sheet.node.disk"
                        : "sheet.node.running");
    }

    private Sheet vhosts() throws InterruptedException {
        return reader.read(
                "vhosts",
                "/vhosts",
                false,
                List.of(
                        Column.of("name", "name"),
                        Column.of("ready", "messages_ready"),
                        Column.of("unacknowledged", "messages_unacknowledged"),
                        Column.of("in", "message_stats/publish_details/rate"),
                        Column.of("out", "message_stats/deliver_get_details/rate"),
                        Column.of("default-type", "default_queue_type"),
                        Column.of("description", "description")));
    }

    private Sheet connections() throws InterruptedException {
        return reader.read(
                "connections",
                "/connections",
                true,
                List.of(
                        new Column("name", ServerSheets::connectionName),
                        new Column("state", ServerSheets::connectionState),
                        Column.of("user", "user"),
                        Column.of("vhost", "vhost"),
                        Column.of("channels", "channels"),
                        Column.of("protocol", "protocol"),
                        Column.of("tls", "ssl"),
                        Column.of("client", "client_properties/product")));
    }

    private static String connectionName(JsonNode connection) {
        String own = connection.at("/client_properties/connection_name").asText("");
        String address = connection.path("name").asText("");
        return own.isEmpty() ? address : own + " (" + address + ")";
    }

    /// A publisher is held back by a node in alarm (blocked), or by a queue that cannot keep up (flow).
    private static String connectionState(JsonNode connection) {
        String state = connection.path("state").asText("");
        return switch (state) {
            case "blocked", "blocking", "flow" -> RabbitTexts.get("sheet.connection." + state);
            default -> state.isEmpty() ? "–" : state;
        };
    }

    private Sheet consumers() throws InterruptedException {
        return reader.read(
                "consumers",
                "/consumers",
                false,
                List.of(
                        Column.of("queue", "queue/name"),
                        Column.of("tag", "consumer_tag"),
                        new Column(
                                "acknowledges",
                                row ->
                                        RabbitTexts.get(
                                                row.path("ack_required").asBoolean()
                                                        ? "sheet.ack.manual"
                                                        : "sheet.ack.automatic")),
                        Column.of("prefetch", "prefetch_count"),
                        Column.of("active", "active"),
                        Column.of("exclusive", "exclusive"),
                        Column.of("user", "channel_details/user"),
                        Column.of("connection", "channel_details/connection_name")));
    }

    private Sheet exchanges() throws InterruptedException {
        return reader.read(
                "exchanges",
                "/exchanges",
                true,
                List.of(
                        new Column(
                                "name",
                                row ->
                                        row.path("name").asText("").isEmpty()
                                                ? RabbitTexts.get("sheet.default-exchange")
                                                : row.path("name").asText()),
                        Column.of("vhost", "vhost"),
                        Column.of("type", "type"),
                        Column.of("durable", "durable"),
                        Column.of("internal", "internal"),
                        Column.of("in", "message_stats/publish_in_details/rate"),
                        Column.of("out", "message_stats/publish_out_details/rate"),
                        Column.of("arguments", "arguments")));
    }

    /// @param path of all bindings, or of one queue's
    Sheet bindings(String path) throws InterruptedException {
        return reader.read(
                "bindings",
                path,
                false,
                List.of(
                        new Column(
                                "from",
                                row ->
                                        row.path("source").asText("").isEmpty()
                                                ? RabbitTexts.get("sheet.default-exchange")
                                                : row.path("source").asText()),
                        Column.of("routing-key", "routing_key"),
                        Column.of("to", "destination"),
                        new Column(
                                "to-kind",
                                row ->
                                        RabbitTexts.get(
                                                row.path("destination_type")
                                                                .asText()
                                                                .equals("queue")
                                                        ? "sheet.to-queue"
                                                        : "sheet.to-exchange")),
                        Column.of("vhost", "vhost"),
                        Column.of("arguments", "arguments")));
    }

    private static String used(JsonNode row, String part, String whole) {
        return row.path(part).isNumber() && row.path(whole).isNumber()
                ? RabbitTexts.get("sheet.of", mebibytes(row.path(part)), mebibytes(row.path(whole)))
                : "–";
    }

    private static String plain(JsonNode row, String part, String whole) {
        return row.path(part).isNumber() && row.path(whole).isNumber()
                ? RabbitTexts.get("sheet.of", row.path(part).asText(), row.path(whole).asText())
                : "–";
    }

    private static String mebibytes(JsonNode bytes) {
        return String.format(Locale.ROOT, "%.0f MiB", bytes.asLong() / 1024.0 / 1024.0);
    }
}
