package dev.signalbox.demo.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifelineTest {
    @TempDir Path folder;

    @Test
    void aProcessRunsWhileItsLifelineHolds() throws Exception {
        try (PartProcess part = PartProcess.start(Orderly.class, folder, Map.of()).awaitReady()) {
            assertThat(part.handle().isAlive()).isTrue();
        }
    }

    @Test
    void aProcessRunsItsShutdownHooksWhenItsLifelineEnds() throws Exception {
        try (PartProcess part = PartProcess.start(Orderly.class, folder, Map.of()).awaitReady()) {
            assertThat(part.cutLifeline().awaitExit()).isZero();
            assertThat(part.output()).contains("tidied up");
        }
    }

    @Test
    void aProcessThatCannotFinishTidyingUpIsCutOff() throws Exception {
        try (PartProcess part = PartProcess.start(Stuck.class, folder, Map.of()).awaitReady()) {
            Instant cut = Instant.now();
            assertThat(part.cutLifeline().awaitExit()).isEqualTo(1);
            assertThat(Duration.between(cut, Instant.now())).isLessThan(Duration.ofSeconds(30));
        }
    }

    static final class Orderly {
        private Orderly() {}

        public static void main(String[] args) throws Exception {
            Lifeline.hold(Duration.ofSeconds(30));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> System.out.println("tidied up"), "tidy"));
            Ready.announce();
            new CountDownLatch(1).await();
        }
    }

    static final class Stuck {
        private Stuck() {}

        public static void main(String[] args) throws Exception {
            Lifeline.hold(Duration.ofMillis(200));
            Runtime.getRuntime().addShutdownHook(new Thread(Stuck::never, "never"));
            Ready.announce();
            new CountDownLatch(1).await();
        }

        private static void never() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException impossible) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
