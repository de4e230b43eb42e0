package dev.signalbox.kafka;

import dev.signalbox.core.problem.Problem;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/// What became of one item of a batched call: partial success is a normal result.
sealed interface Answer<T> {
    record Given<T>(T value) implements Answer<T> {}

    /// @param failure as Kafka's client tells it
    record Failed<T>(Throwable failure, Problem problem) implements Answer<T> {}

    /// The answer so far; one that has not come yet counts as timed out.
    ///
    /// @param subject what it is about, for the words of a failure
    static <T> Answer<T> of(KafkaFuture<T> future, String subject) throws InterruptedException {
        if (!future.isDone()) {
            return failed(new TimeoutException(subject), subject);
        }
        try {
            return new Given<>(future.get());
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause(), subject);
        }
    }

    private static <T> Answer<T> failed(Throwable failure, String subject) {
        return new Failed<>(failure, KafkaProblems.of(failure, subject));
    }
}
