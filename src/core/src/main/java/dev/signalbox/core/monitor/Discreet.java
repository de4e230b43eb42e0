package dev.signalbox.core.monitor;

import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/// A connector that tells no secrets of its profile, whatever its client says when it fails.
///
/// A proxy, so that it holds for every method of the port, also for those it will get.
final class Discreet implements InvocationHandler {
    private final Object behind;
    private final Redaction redaction;

    private Discreet(Object behind, Redaction redaction) {
        this.behind = behind;
        this.redaction = redaction;
    }

    static Connector connector(Connector connector, Redaction redaction) {
        return redaction.isEmpty() ? connector : proxy(Connector.class, connector, redaction);
    }

    private static <T> T proxy(Class<T> type, T behind, Redaction redaction) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        new Discreet(behind, redaction)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return told(method.invoke(behind, discreet(arguments)));
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            throw thrown instanceof ConnectorException failure ? redaction.of(failure) : thrown;
        }
    }

    /// What the connector tells through while it works.
    private Object @Nullable [] discreet(Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        Object[] passed = arguments.clone();
        for (int i = 0; i < passed.length; i++) {
            passed[i] =
                    switch (passed[i]) {
                        case Execution execution -> proxy(Execution.class, execution, redaction);
                        case Problem problem -> redaction.of(problem);
                        default -> passed[i];
                    };
        }
        return passed;
    }

    private @Nullable Object told(@Nullable Object result) {
        return switch (result) {
            case Outcome outcome -> told(outcome);
            case MessageStream stream -> proxy(MessageStream.class, stream, redaction);
            case null, default -> result;
        };
    }

    private Outcome told(Outcome outcome) {
        return new Outcome(
                outcome.result(),
                outcome.done(),
                outcome.steps().stream()
                        .map(
                                step ->
                                        new StepOutcome(
                                                step.text(),
                                                step.done(),
                                                step.problem().map(redaction::of)))
                        .toList(),
                outcome.undo());
    }
}
