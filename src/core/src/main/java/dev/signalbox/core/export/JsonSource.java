package dev.signalbox.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.util.Optional;

/// Messages that lie in a file as one JSON object a line, as [MessageLines] writes them. Only the value has to be there.
final class JsonSource implements MessageSource {
    /// A payload may be larger than what the usual reader takes for an attack.
    static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(TextLines.LONGEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private final TextLines lines;
    private final String from;

    /// @param from what the messages say they are from
    JsonSource(TextLines lines, String from) {
        this.lines = lines;
        this.from = from;
    }

    @Override
    public Optional<Message> next() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        return line.isPresent() ? Optional.of(message(line.get())) : Optional.empty();
    }

    private Message message(String line) throws BadLine {
        try {
            JsonNode node = JSON.readTree(line);
            return new MessageJson(from, lines.number()).message(node);
        } catch (JsonProcessingException e) {
            String reason = CoreTexts.get("import.not-json", e.getOriginalMessage());
            throw new BadLine(lines.number(), reason, e);
        } catch (IllegalArgumentException e) {
            throw new BadLine(lines.number(), String.valueOf(e.getMessage()), e);
        }
    }
}
