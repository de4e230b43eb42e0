package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.port.Details.Sheet;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads one list of the management API and writes it down as rows. What cannot be read says why, and spoils nothing
/// else.
final class SheetReader {
    /// More than anybody reads; the filter of the server's own page is for those.
    private static final int MOST = 500;

    private final ManagementApi api;
    private final Names names;

    SheetReader(ManagementApi api, Names names) {
        this.api = api;
        this.names = names;
    }

    /// @param title of its text: `sheet.` and this
    /// @param value of one thing
    record Column(String title, Function<JsonNode, String> value) {
        static Column of(String title, String field) {
            return new Column(title, row -> text(row.at("/" + field)));
        }
    }

    /// @param path of a list with pages, or of a plain one
    Sheet read(String title, String path, boolean paged, List<Column> columns)
            throws InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        Optional<Problem> missing = Optional.empty();
        try {
            JsonNode answer =
                    api.get(
                            paged
                                    ? path
                                            + (path.contains("?") ? "&" : "?")
                                            + "page=1&page_size="
                                            + MOST
                                    : path);
            for (JsonNode row : paged ? answer.path("items") : answer) {
                if (!isElsewhere(row)) {
                    rows.add(columns.stream().map(column -> column.value().apply(row)).toList());
                }
            }
            int all = answer.path("total_count").asInt(0);
            if (paged && all > MOST) {
                missing =
                        Optional.of(
                                RabbitProblems.problem(
                                        ProblemKind.UNSUPPORTED, "sheet.first", MOST, all));
            }
        } catch (ConnectorException e) {
            missing = Optional.of(e.problem());
        }
        return new Sheet(
                RabbitTexts.get("sheet." + title),
                columns.stream().map(column -> RabbitTexts.get("sheet." + column.title())).toList(),
                rows,
                missing);
    }

    private boolean isElsewhere(JsonNode row) {
        JsonNode vhost = row.has("queue") ? row.path("queue").path("vhost") : row.path("vhost");
        return vhost.isTextual() && !names.shows(vhost.asText());
    }

    /// What is not told is not nothing.
    static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "–";
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? RabbitTexts.get("sheet.yes") : "";
        }
        return value.isValueNode() ? value.asText() : value.isEmpty() ? "" : value.toString();
    }
}
