package dev.signalbox.demo.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartMainTest {
    @TempDir Path folder;

    @Test
    void aFailureEndsTheProcessThoughOtherThreadsGoOn() throws Exception {
        try (PartProcess part =
                PartProcess.start(Failing.class, folder, Map.of("what", "the reason"))) {
            assertThat(part.awaitExit()).isEqualTo(1);
            assertThat(part.output()).contains("the reason");
        }
    }

    static final class Failing {
        private Failing() {}

        public static void main(String[] args) {
            PartMain.run(args, Duration.ofSeconds(30), Failing::run);
        }

        private static void run(Settings settings) {
            CountDownLatch never = new CountDownLatch(1);
            Thread.ofPlatform()
                    .start(
                            () -> {
                                try {
                                    never.await();
                                } catch (InterruptedException end) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            throw new IllegalStateException(settings.text("what"));
        }
    }
}
