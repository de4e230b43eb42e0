package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ProtocolVersionMismatchException;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// The one translator from what RabbitMQ's client and the JDK throw to problems an operator can act on.
final class RabbitProblems {
    private RabbitProblems() {}

    /// @param subject what was asked of what: an address, or a queue
    static ConnectorException exception(Throwable failure, String subject) {
        return new ConnectorException(of(failure, subject), failure);
    }

    static ConnectorException exception(ProblemKind kind, String key, Object... arguments) {
        return new ConnectorException(problem(kind, key, arguments));
    }

    /// A problem of ours: texts `key` and `key.remedy`.
    static Problem problem(ProblemKind kind, String key, Object... arguments) {
        return new Problem(
                kind, RabbitTexts.get(key, arguments), RabbitTexts.get(key + ".remedy", arguments));
    }

    static Problem of(Throwable failure, String subject) {
        Optional<Problem> answer = answerIn(failure, subject);
        if (answer.isPresent()) {
            return answer.get();
        }
        Kind kind = kindOf(failure);
        return new Problem(
                kind.kind,
                RabbitTexts.get("failure." + kind.key, subject, messageOf(rootOf(failure))),
                RabbitTexts.get("failure." + kind.key + ".remedy", subject),
                chain(failure));
    }

    private record Kind(ProblemKind kind, String key) {}

    private static Kind kindOf(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Optional<Kind> kind = plainKindOf(each);
            if (kind.isPresent()) {
                return kind.get();
            }
        }
        return failure instanceof IOException || failure instanceof ShutdownSignalException
                ? new Kind(ProblemKind.UNREACHABLE, "disconnected")
                : new Kind(ProblemKind.UNEXPECTED, "unexpected");
    }

    private static Optional<Kind> plainKindOf(Throwable failure) {
        // The client closes the connection over it and keeps nothing of it but the words.
        if (messageOf(failure).contains("levels of nested tables")) {
            return Optional.of(new Kind(ProblemKind.UNSUPPORTED, "too-deep"));
        }
        return switch (failure) {
            case AuthenticationFailureException _, PossibleAuthenticationFailureException _ ->
                    Optional.of(new Kind(ProblemKind.AUTHENTICATION, "login"));
            case ProtocolVersionMismatchException _ ->
                    Optional.of(new Kind(ProblemKind.UNSUPPORTED, "protocol"));
            case UnknownHostException _, UnresolvedAddressException _ ->
                    Optional.of(new Kind(ProblemKind.UNREACHABLE, "unknown-host"));
            case CertificateExpiredException _ ->
                    Optional.of(new Kind(ProblemKind.AUTHENTICATION, "expired"));
            case CertificateNotYetValidException _ ->
                    Optional.of(new Kind(ProblemKind.AUTHENTICATION, "not-yet-valid"));
            case SSLException tls -> Optional.of(tlsKindOf(tls));
            case ConnectException _, NoRouteToHostException _ ->
                    Optional.of(new Kind(ProblemKind.UNREACHABLE, "refused"));
            case SocketTimeoutException _, TimeoutException _, HttpTimeoutException _ ->
                    Optional.of(new Kind(ProblemKind.TIMEOUT, "timeout"));
            default -> Optional.empty();
        };
    }

    private static Kind tlsKindOf(SSLException failure) {
        for (Throwable each = failure.getCause(); each != null; each = each.getCause()) {
            if (each instanceof CertificateExpiredException) {
                return new Kind(ProblemKind.AUTHENTICATION, "expired");
            }
            if (each instanceof CertificateNotYetValidException) {
                return new Kind(ProblemKind.AUTHENTICATION, "not-yet-valid");
            }
        }
        return new Kind(ProblemKind.AUTHENTICATION, "tls");
    }

    /// The server's own words, where it closed a channel or a connection.
    private static Optional<Problem> answerIn(Throwable failure, String subject) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ShutdownSignalException signal) {
                switch (signal.getReason()) {
                    case AMQP.Channel.Close close -> {
                        return Optional.of(
                                answer(close.getReplyCode(), close.getReplyText(), subject));
                    }
                    case AMQP.Connection.Close close -> {
                        return Optional.of(
                                answer(close.getReplyCode(), close.getReplyText(), subject));
                    }
                    case null, default -> {
                        // Cut without a word: told by the cause.
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Problem answer(int code, String text, String subject) {
        Kind kind =
                switch (code) {
                    case AMQP.ACCESS_REFUSED -> new Kind(ProblemKind.AUTHORIZATION, "access");
                    case AMQP.NOT_FOUND -> new Kind(ProblemKind.NOT_FOUND, "not-found");
                    case AMQP.RESOURCE_LOCKED -> new Kind(ProblemKind.CONFLICT, "locked");
                    case AMQP.PRECONDITION_FAILED -> new Kind(ProblemKind.CONFLICT, "precondition");
                    case AMQP.NOT_IMPLEMENTED -> new Kind(ProblemKind.UNSUPPORTED, "unsupported");
                    case AMQP.CONTENT_TOO_LARGE -> new Kind(ProblemKind.INVALID, "too-large");
                    case AMQP.CONNECTION_FORCED -> new Kind(ProblemKind.UNREACHABLE, "forced");
                    case AMQP.NOT_ALLOWED ->
                            text.contains("not found")
                                    ? new Kind(ProblemKind.NOT_FOUND, "vhost")
                                    : new Kind(ProblemKind.AUTHORIZATION, "vhost-access");
                    default -> new Kind(ProblemKind.UNEXPECTED, "unexpected");
                };
        return new Problem(
                kind.kind,
                RabbitTexts.get("failure." + kind.key, subject, text),
                RabbitTexts.get("failure." + kind.key + ".remedy", subject),
                code + " " + text);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
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
