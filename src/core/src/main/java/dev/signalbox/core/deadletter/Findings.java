package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.DeadLetter.Cause;
import dev.signalbox.core.deadletter.DeadLetter.Content;
import dev.signalbox.core.deadletter.DeadLetter.Route;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a recogniser has found out about one letter so far.
final class Findings {
    private final Message message;
    private final String convention;
    private Optional<String> destination = Optional.empty();
    private Optional<MessageId> place = Optional.empty();
    private Optional<Instant> timestamp = Optional.empty();
    private Optional<String> group = Optional.empty();
    private OptionalInt attempts = OptionalInt.empty();
    private Optional<Cause> cause = Optional.empty();
    private Content content = Content.WHOLE;
    private Optional<Route> route = Optional.empty();

    Findings(Message message, String convention) {
        this.message = message;
        this.convention = convention;
    }

    /// Where it died. Without a name there is no place either.
    Findings origin(Optional<String> name, OptionalInt partition, OptionalLong offset) {
        destination = name.filter(each -> !each.isBlank());
        place =
                partition.isPresent() && offset.isPresent()
                        ? destination.map(
                                each ->
                                        new MessageId(
                                                each, partition.getAsInt(), offset.getAsLong()))
                        : Optional.empty();
        return this;
    }

    Findings origin(Optional<String> name) {
        return origin(name, OptionalInt.empty(), OptionalLong.empty());
    }

    Findings timestamp(Optional<Instant> at) {
        timestamp = at;
        return this;
    }

    Findings group(Optional<String> name) {
        group = name.filter(each -> !each.isBlank());
        return this;
    }

    Findings attempts(OptionalInt count) {
        attempts = count;
        return this;
    }

    Findings cause(Optional<Cause> why) {
        cause = why;
        return this;
    }

    /// A cause of which any part may be missing; of which all are missing there is none.
    Findings cause(Optional<String> type, Optional<String> text, Optional<String> stackTrace) {
        return cause(
                type.isEmpty() && text.isEmpty() && stackTrace.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Cause(
                                        type.orElse(""), text.orElse(""), stackTrace.orElse(""))));
    }

    Findings content(Content how) {
        content = how;
        return this;
    }

    Findings route(Optional<Route> how) {
        route = how;
        return this;
    }

    DeadLetter letter() {
        return new DeadLetter(
                message,
                Optional.of(convention),
                destination,
                place,
                timestamp,
                group,
                attempts,
                cause,
                content,
                route);
    }
}
