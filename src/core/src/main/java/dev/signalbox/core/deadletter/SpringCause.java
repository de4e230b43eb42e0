package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Why a Spring Kafka application gave a message up, read from one set of its exception headers.
///
/// @param className name of the header with the class of the exception
/// @param textName name of that with its message
/// @param traceName name of that with its stack trace
/// @param causeName name of that with the class of the exception's cause
record SpringCause(String className, String textName, String traceName, String causeName) {
    /// What the container wraps whatever a listener throws in; it says nothing by itself.
    private static final String WRAPPER =
            "org.springframework.kafka.listener.ListenerExecutionFailedException";

    /// @param prefix before `fqcn`, `message` and `stacktrace`
    static SpringCause of(String prefix, String causeName) {
        return new SpringCause(
                prefix + "fqcn", prefix + "message", prefix + "stacktrace", causeName);
    }

    Optional<DeadLetter.Cause> read(Message message) {
        Optional<String> exceptionClass = message.headerText(className);
        Optional<String> text = lenient(message, textName);
        Optional<String> stackTrace = lenient(message, traceName);
        if (exceptionClass.isEmpty() && text.isEmpty() && stackTrace.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> wrapped =
                exceptionClass
                        .filter(WRAPPER::equals)
                        .flatMap(_ -> message.headerText(causeName))
                        .filter(name -> !name.isBlank());
        if (wrapped.isEmpty()) {
            return Optional.of(
                    new DeadLetter.Cause(
                            exceptionClass.orElse(""), text.orElse(""), stackTrace.orElse("")));
        }
        String within =
                stackTrace
                        .flatMap(trace -> messageOf(wrapped.get(), trace))
                        .or(() -> text)
                        .orElse("");
        return Optional.of(new DeadLetter.Cause(wrapped.get(), within, stackTrace.orElse("")));
    }

    /// The message in the line of a stack trace that names a cause of that class.
    private static Optional<String> messageOf(String causeClass, String stackTrace) {
        String named = "Caused by: " + causeClass + ": ";
        return stackTrace
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(named))
                .map(line -> line.substring(named.length()))
                .findFirst();
    }

    /// Text that may be cut within a character: what can be read of it.
    private static Optional<String> lenient(Message message, String name) {
        return message.header(name)
                .map(value -> new String(value.toArray(), StandardCharsets.UTF_8));
    }
}
