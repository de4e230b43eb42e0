package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.util.Optional;

/// The headers NServiceBus writes on a message it moves to its error queue. `FailedQ` is the address to send it back to.
final class NServiceBusRecogniser implements DeadLetterRecogniser {
    private static final String FAILED_QUEUE = "NServiceBus.FailedQ";
    private static final String EXCEPTION = "NServiceBus.ExceptionInfo.";

    @Override
    public boolean isFailureHeader(String name) {
        return name.equals(FAILED_QUEUE)
                || name.equals("NServiceBus.TimeOfFailure")
                || name.startsWith(EXCEPTION);
    }

    @Override
    public Optional<DeadLetter> read(Message message) {
        if (HeaderText.of(message, FAILED_QUEUE).isEmpty() && !HeaderText.any(message, EXCEPTION)) {
            return Optional.empty();
        }
        return Optional.of(
                new Findings(message, "NServiceBus")
                        .origin(HeaderText.of(message, FAILED_QUEUE))
                        .group(HeaderText.of(message, "NServiceBus.ProcessingEndpoint"))
                        .cause(
                                HeaderText.of(message, EXCEPTION + "ExceptionType"),
                                HeaderText.lenient(message, EXCEPTION + "Message"),
                                HeaderText.lenient(message, EXCEPTION + "StackTrace"))
                        .letter());
    }
}
