package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.BootstrapResolutionException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KafkaProblemsTest {
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new SslAuthenticationException("x"), ProblemKind.AUTHENTICATION),
                Arguments.of(new SaslAuthenticationException("x"), ProblemKind.AUTHENTICATION),
                Arguments.of(new TopicAuthorizationException("x"), ProblemKind.AUTHORIZATION),
                Arguments.of(new GroupAuthorizationException("x"), ProblemKind.AUTHORIZATION),
                Arguments.of(new ClusterAuthorizationException("x"), ProblemKind.AUTHORIZATION),
                Arguments.of(
                        new TransactionalIdAuthorizationException("x"), ProblemKind.AUTHORIZATION),
                Arguments.of(new UnknownTopicOrPartitionException("x"), ProblemKind.NOT_FOUND),
                Arguments.of(new GroupIdNotFoundException("x"), ProblemKind.NOT_FOUND),
                Arguments.of(new GroupNotEmptyException("x"), ProblemKind.CONFLICT),
                Arguments.of(new ProducerFencedException("x"), ProblemKind.CONFLICT),
                Arguments.of(new PolicyViolationException("x"), ProblemKind.UNSUPPORTED),
                Arguments.of(new UnsupportedVersionException("x"), ProblemKind.UNSUPPORTED),
                Arguments.of(new RecordTooLargeException("x"), ProblemKind.INVALID),
                Arguments.of(new InvalidTimestampException("x"), ProblemKind.INVALID),
                Arguments.of(new ConfigException("x"), ProblemKind.INVALID),
                Arguments.of(new BootstrapResolutionException("x"), ProblemKind.UNREACHABLE),
                Arguments.of(new DisconnectException("x"), ProblemKind.UNREACHABLE),
                Arguments.of(new TimeoutException("x"), ProblemKind.TIMEOUT),
                Arguments.of(new NotLeaderOrFollowerException("x"), ProblemKind.TIMEOUT),
                Arguments.of(new java.util.concurrent.TimeoutException(), ProblemKind.TIMEOUT),
                Arguments.of(new InvalidTxnStateException("x"), ProblemKind.TIMEOUT),
                Arguments.of(new IllegalStateException("x"), ProblemKind.UNEXPECTED));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachFailureIsOfOneKindAndNamesItsSubject(Throwable failure, ProblemKind kind) {
        Problem problem = KafkaProblems.of(failure, "orders");

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.summary()).isNotBlank().doesNotContain("!failure");
        assertThat(problem.remedy()).isNotBlank().doesNotContain("!failure");
        assertThat(problem.details()).contains(failure.getClass().getName());
    }

    @Test
    void looksThroughWhatOnlyCarriesAFailure() {
        Throwable carried =
                new ExecutionException(
                        new CompletionException(
                                new KafkaException(new TopicAuthorizationException("orders"))));

        assertThat(KafkaProblems.of(carried, "orders").kind()).isEqualTo(ProblemKind.AUTHORIZATION);
    }

    @Test
    void aClientThatCouldNotBeMadeTellsTheLastCause() {
        Problem problem =
                KafkaProblems.ofCreation(
                                new KafkaException(
                                        "Failed to create new KafkaAdminClient",
                                        new KafkaException(
                                                "Failed to load SSL keystore",
                                                new java.io.IOException("keystore /a is gone"))),
                                "host:9092")
                        .problem();

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.summary()).contains("keystore /a is gone");
    }
}
