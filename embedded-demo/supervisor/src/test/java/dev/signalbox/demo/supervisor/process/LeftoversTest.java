package dev.signalbox.demo.supervisor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir Path folder;

    @Test
    void whatAnEarlierSupervisorLeftIsEnded() throws Exception {
        Process left = sleeper();
        leftovers().remember("broker", left.toHandle());

        leftovers().end();

        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void aProcessThatHasGotTheNumberSinceIsLeftAlone() throws Exception {
        Process other = sleeper();
        try {
            Files.writeString(folder.resolve("broker"), other.pid() + " 1000");

            leftovers().end();

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void aPartThatHasEndedIsForgotten() throws Exception {
        Process left = sleeper();
        leftovers().remember("broker", left.toHandle());
        leftovers().forget("broker");

        leftovers().end();

        assertThat(left.isAlive()).isTrue();
        left.destroyForcibly().waitFor();
    }

    private Leftovers leftovers() {
        return new Leftovers(folder);
    }

    private Process sleeper() throws Exception {
        return new ProcessBuilder(FakePart.recipe("sleeper", "slow", folder).command()).start();
    }
}
