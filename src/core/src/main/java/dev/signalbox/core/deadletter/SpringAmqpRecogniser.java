package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.DeadLetter.Route;
import dev.signalbox.core.model.Message;
import java.util.Optional;

/// The headers of Spring AMQP's `RepublishMessageRecoverer`, which Spring Cloud Stream's RabbitMQ binder uses too.
///
/// They name what the message was published to, not the queue it was read from; where it was published to a queue
/// directly, the two are the same.
final class SpringAmqpRecogniser implements DeadLetterRecogniser {
    private static final String EXCHANGE = "x-original-exchange";
    private static final String ROUTING_KEY = "x-original-routingKey";

    @Override
    public boolean isFailureHeader(String name) {
        return switch (name) {
            case EXCHANGE, ROUTING_KEY, "x-exception-message", "x-exception-stacktrace" -> true;
            default -> false;
        };
    }

    @Override
    public Optional<DeadLetter> read(Message message) {
        Optional<String> key = message.headerText(ROUTING_KEY);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Route route = new Route(message.headerText(EXCHANGE).orElse(""), key.get());
        Optional<String> stackTrace = HeaderText.lenient(message, "x-exception-stacktrace");
        return Optional.of(
                new Findings(message, "Spring AMQP")
                        .origin(
                                route.exchange().isEmpty()
                                        ? Optional.of(route.routingKey())
                                        : RabbitRecogniser.queueOfLastDeath(message))
                        .route(Optional.of(route))
                        .cause(
                                stackTrace.flatMap(StackTraces::exceptionClass),
                                HeaderText.lenient(message, "x-exception-message"),
                                stackTrace)
                        .letter());
    }
}
