package dev.signalbox.app.browse;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.port.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A message as typed, not yet checked.
///
/// @param key empty: the message has no key
/// @param headers one `name: value` a line
/// @param properties the same
/// @param partition empty: chosen by the key
record PublishDraft(
        String destination,
        String key,
        String value,
        String headers,
        String properties,
        String partition) {

    /// What is wrong with it; empty when it can be sent.
    Optional<String> complaint() {
        if (!partition.isBlank() && !partition.strip().matches("\\d{1,9}")) {
            return Optional.of(text("publish.partition.malformed"));
        }
        if (destination.isBlank()) {
            return Optional.of(text("publish.target.none"));
        }
        return Stream.concat(headers.lines(), properties.lines())
                .filter(line -> !line.isBlank())
                .filter(line -> line.indexOf(':') < 1)
                .findFirst()
                .map(line -> text("publish.header.malformed", line.strip()));
    }

    Action.PublishMessage toAction() {
        return new Action.PublishMessage(
                destination,
                partition.isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(partition.strip())),
                key.isEmpty() ? null : Bytes.utf8(key),
                Bytes.utf8(value),
                parsed(headers),
                parsed(properties));
    }

    private static List<Header> parsed(String text) {
        List<Header> parsed = new ArrayList<>();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(
                        line -> {
                            int colon = line.indexOf(':');
                            parsed.add(
                                    new Header(
                                            line.substring(0, colon).strip(),
                                            Bytes.utf8(line.substring(colon + 1).strip())));
                        });
        return parsed;
    }
}
