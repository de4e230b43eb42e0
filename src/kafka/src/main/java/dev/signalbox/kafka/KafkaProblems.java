package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.BootstrapResolutionException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/// The one translator from what Kafka's client throws to problems an operator can act on.
final class KafkaProblems {
    private KafkaProblems() {}

    /// @param subject what was asked of what, such as a topic's name
    static ConnectorException exception(Throwable failure, String subject) {
        return new ConnectorException(of(failure, subject), failure);
    }

    static ConnectorException exception(ProblemKind kind, String key, Object... arguments) {
        return new ConnectorException(problem(kind, key, arguments));
    }

    /// A problem of ours: texts `key` and `key.remedy`.
    static Problem problem(ProblemKind kind, String key, Object... arguments) {
        return new Problem(
                kind, KafkaTexts.get(key, arguments), KafkaTexts.get(key + ".remedy", arguments));
    }

    static Problem of(Throwable failure, String subject) {
        Throwable cause = unwrap(failure);
        Kind kind = kindOf(cause);
        return describe(kind, cause, failure, subject);
    }

    private static Problem describe(Kind kind, Throwable cause, Throwable failure, String subject) {
        return new Problem(
                kind.kind,
                KafkaTexts.get("failure." + kind.key, subject, messageOf(cause)),
                KafkaTexts.get("failure." + kind.key + ".remedy", subject),
                chain(failure));
    }

    /// Why a client could not be made: almost always the operator's properties.
    static ConnectorException ofCreation(KafkaException failure, String subject) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        Kind kind =
                cause instanceof BootstrapResolutionException
                        ? kindOf(cause)
                        : new Kind(ProblemKind.INVALID, "config");
        return new ConnectorException(describe(kind, cause, failure, subject), failure);
    }

    private record Kind(ProblemKind kind, String key) {}

    private static Kind kindOf(Throwable cause) {
        return switch (cause) {
            case SslAuthenticationException _ -> new Kind(ProblemKind.AUTHENTICATION, "tls");
            case SaslAuthenticationException _, UnsupportedSaslMechanismException _ ->
                    new Kind(ProblemKind.AUTHENTICATION, "sasl");
            case AuthenticationException _ ->
                    new Kind(ProblemKind.AUTHENTICATION, "authentication");
            case TopicAuthorizationException _ ->
                    new Kind(ProblemKind.AUTHORIZATION, "topic-authorization");
            case GroupAuthorizationException _ ->
                    new Kind(ProblemKind.AUTHORIZATION, "group-authorization");
            case TransactionalIdAuthorizationException _ ->
                    new Kind(ProblemKind.AUTHORIZATION, "transaction-authorization");
            case AuthorizationException _ -> new Kind(ProblemKind.AUTHORIZATION, "authorization");
            case UnknownTopicOrPartitionException _,
                    UnknownTopicIdException _,
                    InvalidTopicException _ ->
                    new Kind(ProblemKind.NOT_FOUND, "no-topic");
            case GroupIdNotFoundException _ -> new Kind(ProblemKind.NOT_FOUND, "no-group");
            case GroupNotEmptyException _, UnknownMemberIdException _ ->
                    new Kind(ProblemKind.CONFLICT, "group-in-use");
            case ProducerFencedException _ -> new Kind(ProblemKind.CONFLICT, "fenced");
            case PolicyViolationException _ -> new Kind(ProblemKind.UNSUPPORTED, "policy");
            case UnsupportedVersionException _, SecurityDisabledException _ ->
                    new Kind(ProblemKind.UNSUPPORTED, "unsupported");
            case RecordTooLargeException _ -> new Kind(ProblemKind.INVALID, "too-large");
            case InvalidTimestampException _ -> new Kind(ProblemKind.INVALID, "timestamp");
            case BootstrapResolutionException _ ->
                    new Kind(ProblemKind.UNREACHABLE, "unresolvable");
            case ConfigException _, InvalidConfigurationException _ ->
                    new Kind(ProblemKind.INVALID, "config");
            case DisconnectException _ -> new Kind(ProblemKind.UNREACHABLE, "disconnected");
            // What a broker answers that was restarted in the middle of a transaction.
            case TransactionAbortableException _,
                    InvalidTxnStateException _,
                    InvalidPidMappingException _,
                    OutOfOrderSequenceException _,
                    InvalidProducerEpochException _ ->
                    new Kind(ProblemKind.TIMEOUT, "transaction-lost");
            case RetriableException _, java.util.concurrent.TimeoutException _ ->
                    new Kind(ProblemKind.TIMEOUT, "timeout");
            default -> new Kind(ProblemKind.UNEXPECTED, "unexpected");
        };
    }

    /// The failure itself, without what only carries it.
    private static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && carriesAnother(inner)) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static boolean carriesAnother(Throwable failure) {
        return failure instanceof ExecutionException
                || failure instanceof CompletionException
                || (failure.getClass() == KafkaException.class
                        && failure.getCause() instanceof KafkaException);
    }

    private static String messageOf(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static String chain(Throwable failure) {
        StringBuilder chain = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            chain.append(chain.isEmpty() ? "" : "\ncaused by ").append(each);
        }
        return chain.toString();
    }
}
