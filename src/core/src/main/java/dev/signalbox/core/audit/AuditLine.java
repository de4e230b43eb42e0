package dev.signalbox.core.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One line as it stands in the file: an entry, and the hash of all lines before it.
///
/// @param previous empty on lines from before there was a chain
record AuditLine(Optional<AuditHash> previous, AuditEntry entry) {
    private static final String PREVIOUS = "previous";

    /// The line without its end.
    static byte[] of(AuditHash previous, AuditEntry entry) throws JsonProcessingException {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put(PREVIOUS, previous.hex());
        line.setAll(Json.mapper().<ObjectNode>valueToTree(entry));
        return Json.mapper().writeValueAsString(line).getBytes(StandardCharsets.UTF_8);
    }

    /// Empty for what is no entry: a crash can cut a line off.
    static Optional<AuditLine> parse(byte[] line) {
        try {
            if (!(Json.mapper().readTree(line) instanceof ObjectNode object)) {
                return Optional.empty();
            }
            JsonNode previous = object.remove(PREVIOUS);
            AuditEntry entry = Json.mapper().treeToValue(object, AuditEntry.class);
            return Optional.of(
                    new AuditLine(
                            Optional.ofNullable(previous)
                                    .map(JsonNode::asText)
                                    .filter(AuditHash::isHash)
                                    .map(AuditHash::new),
                            entry));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
