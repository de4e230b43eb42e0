package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/// The headers MassTransit writes on a message it moves to `<queue>_error` or `<queue>_skipped`.
///
/// `MT-Reason` is `fault` where a consumer threw, and `dead-letter` where none took the message.
final class MassTransitRecogniser implements DeadLetterRecogniser {
    private static final String FAULT = "MT-Fault-";
    private static final String REASON = "MT-Reason";

    @Override
    public boolean isFailureHeader(String name) {
        return name.equals(REASON) || name.startsWith(FAULT);
    }

    @Override
    public Optional<DeadLetter> read(Message message) {
        Optional<String> reason = HeaderText.of(message, REASON);
        if (reason.isEmpty() && !HeaderText.any(message, FAULT)) {
            return Optional.empty();
        }
        return Optional.of(
                new Findings(message, "MassTransit")
                        .origin(
                                HeaderText.of(message, FAULT + "InputAddress")
                                        .flatMap(MassTransitRecogniser::queue))
                        .group(HeaderText.of(message, FAULT + "ConsumerType"))
                        .attempts(attempts(message))
                        .cause(
                                HeaderText.of(message, FAULT + "ExceptionType").or(() -> reason),
                                HeaderText.lenient(message, FAULT + "Message"),
                                HeaderText.lenient(message, FAULT + "StackTrace"))
                        .letter());
    }

    /// The queue is the last part of the path of an address such as `rabbitmq://host/vhost/orders?durable=true`.
    private static Optional<String> queue(String address) {
        try {
            return Optional.ofNullable(new URI(address).getRawPath())
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                    .filter(name -> !name.isBlank());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What it counts are the tries after the first.
    private static OptionalInt attempts(Message message) {
        OptionalInt retries = HeaderText.small(message, FAULT + "RetryCount");
        return retries.isPresent() && retries.getAsInt() < Integer.MAX_VALUE
                ? OptionalInt.of(retries.getAsInt() + 1)
                : OptionalInt.empty();
    }
}
