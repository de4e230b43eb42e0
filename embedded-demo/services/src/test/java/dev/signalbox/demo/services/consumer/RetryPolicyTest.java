package dev.signalbox.demo.services.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void theBackOffDoublesWithEachAttempt() {
        RetryPolicy policy = new RetryPolicy(5, Duration.ofSeconds(1));

        assertThat(policy.backOffAfter(1)).contains(Duration.ofSeconds(1));
        assertThat(policy.backOffAfter(2)).contains(Duration.ofSeconds(2));
        assertThat(policy.backOffAfter(4)).contains(Duration.ofSeconds(8));
    }

    @Test
    void afterTheLastAttemptThereIsNoOther() {
        assertThat(RetryPolicy.STANDARD.backOffAfter(2)).isPresent();
        assertThat(RetryPolicy.STANDARD.backOffAfter(3)).isEmpty();
        assertThat(RetryPolicy.STANDARD.backOffAfter(4)).isEmpty();
    }

    @Test
    void aPolicyWithoutAnAttemptIsRefused() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
