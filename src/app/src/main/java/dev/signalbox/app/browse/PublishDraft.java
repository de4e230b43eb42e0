package dev.signalbox.app.browse;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.port.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A message as typed, not yet checked.
///
/// @param key empty: the message has no key
/// @param headers one `name: value` a line
/// @param partition empty: chosen by the key
record PublishDraft(
        String destination, String key, String value, String headers, String partition) {

    /// What is wrong with it; empty when it can be sent.
    Optional<String> complaint() {
        if (!partition.isBlank() && !partition.strip().matches("\\d{1,9}")) {
            return Optional.of(text("publish.partition.malformed"));
        }
        return headers.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> line.indexOf(':') < 1)
                .findFirst()
                .map(line -> text("publish.header.malformed", line.strip()));
    }

    Action.PublishMessage toAction() {
        List<Header> parsed = new ArrayList<>();
        headers.lines()
                .filter(line -> !line.isBlank())
                .forEach(
                        line -> {
                            int colon = line.indexOf(':');
                            parsed.add(
                                    new Header(
                                            line.substring(0, colon).strip(),
                                            Bytes.utf8(line.substring(colon + 1).strip())));
                        });
        return new Action.PublishMessage(
                destination,
                partition.isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(partition.strip())),
                key.isEmpty() ? null : Bytes.utf8(key),
                Bytes.utf8(value),
                parsed);
    }
}
