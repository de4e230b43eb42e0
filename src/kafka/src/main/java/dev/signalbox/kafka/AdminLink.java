package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;

/// The one admin client of a connection, shared by all threads: made when first wanted, and made anew after a call that
/// was not answered.
///
/// Anew, because a client may go on asking a leader that has left the cluster until every call times out (KAFKA-20673),
/// and because a probe tells more about an address that fails than the client does.
final class AdminLink implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final KafkaSettings settings;
    private final AddressProbe probe;
    private final ReentrantLock making = new ReentrantLock();
    private @Nullable Admin current;
    private boolean closed;

    AdminLink(KafkaSettings settings) {
        this.settings = settings;
        this.probe = new AddressProbe(settings.addresses(), settings.encrypted());
    }

    /// The client. Where there is none yet, first looks whether anything answers at the addresses.
    Admin admin() throws ConnectorException, InterruptedException {
        making.lockInterruptibly();
        try {
            if (closed) {
                throw KafkaProblems.exception(ProblemKind.CONFLICT, "link.closed");
            }
            Admin known = current;
            if (known == null) {
                Optional<Problem> wrong = probe.examine();
                if (wrong.isPresent()) {
                    throw new ConnectorException(wrong.get());
                }
                known = Admin.create(settings.admin());
                current = known;
            }
            return known;
        } catch (KafkaException e) {
            throw KafkaProblems.ofCreation(e, subject());
        } finally {
            making.unlock();
        }
    }

    /// Waits for one answer. Where none comes soon, looks whether anything listens there at all: an operator need not wait
    /// ten seconds to hear that the broker is down.
    ///
    /// @param subject what was asked for, for the words of a failure
    <T> T await(KafkaFuture<T> answer, String subject)
            throws ConnectorException, InterruptedException {
        try {
            return answer.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e), subject);
        } catch (TimeoutException e) {
            Optional<Problem> wrong = probe.examine();
            if (wrong.isPresent() && wrong.get().kind() != ProblemKind.TIMEOUT) {
                renew();
                throw new ConnectorException(wrong.get(), e);
            }
            return awaitLonger(answer, subject);
        }
    }

    private <T> T awaitLonger(KafkaFuture<T> answer, String subject)
            throws ConnectorException, InterruptedException {
        try {
            return answer.get(patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e), subject);
        } catch (TimeoutException e) {
            throw failed(e, subject);
        }
    }

    /// What is wrong with the addresses right now, if anything.
    Optional<Problem> trouble() throws InterruptedException {
        return probe.examine();
    }

    /// Waits for the answer to one item of a batched call.
    <K, T> T await(Map<K, KafkaFuture<T>> answers, K item, String subject)
            throws ConnectorException, InterruptedException {
        return await(Objects.requireNonNull(answers.get(item), subject), subject);
    }

    /// Waits for one answer of a call to the whole cluster.
    <T> T await(KafkaFuture<T> answer) throws ConnectorException, InterruptedException {
        return await(answer, subject());
    }

    /// Waits until all have been answered, well or badly, or the time is over. Look at each with [Answer#of] then.
    void awaitAll(Collection<? extends KafkaFuture<?>> answers) throws InterruptedException {
        KafkaFuture<Void> all = KafkaFuture.allOf(answers.toArray(KafkaFuture<?>[]::new));
        try {
            all.get(patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Each answer tells its own failure.
        }
    }

    /// A failure of the whole connection: lets go of a client whose calls are not answered, and says what is wrong with
    /// the address where that can be found out.
    private ConnectorException failed(Throwable failure, String subject)
            throws InterruptedException {
        Problem problem = KafkaProblems.of(failure, subject);
        if (!problem.kind().isTransient()) {
            return new ConnectorException(problem, failure);
        }
        renew();
        Optional<Problem> wrong = probe.examine();
        return new ConnectorException(wrong.orElse(problem), failure);
    }

    /// Makes the next call use a new client. Calls under way on the old one may end.
    void renew() {
        making.lock();
        try {
            release();
        } finally {
            making.unlock();
        }
    }

    String subject() {
        return settings.addresses().getFirst().toString();
    }

    /// The client gives up by itself; this is for one that does not.
    private Duration patience() {
        return settings.callTimeout().plusSeconds(1);
    }

    @Override
    public void close() {
        making.lock();
        try {
            closed = true;
            release();
        } finally {
            making.unlock();
        }
    }

    private void release() {
        Admin old = current;
        current = null;
        if (old != null) {
            Thread.ofVirtual().name("kafka-close").start(() -> old.close(GRACE));
        }
    }
}
