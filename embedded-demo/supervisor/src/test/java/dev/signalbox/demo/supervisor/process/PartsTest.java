package dev.signalbox.demo.supervisor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    @TempDir Path folder;

    private final RecordingListener listener = new RecordingListener();
    private Parts parts = new Parts(List.of());

    @AfterEach
    void end() {
        parts.close();
    }

    @Test
    void aStageWaitsForTheOneBeforeAndStopsBeforeIt() throws Exception {
        parts = new Parts(List.of(List.of(part("a", "well"), part("b", "well")), stage("c")));

        parts.start();
        parts.close();

        List<String> events = listener.events();
        assertThat(events.subList(0, 4))
                .containsExactlyInAnyOrder("starting a", "starting b", "ready a", "ready b");
        assertThat(events.subList(4, 8))
                .containsExactly("starting c", "ready c", "stopping c", "stopped c");
        assertThat(events.subList(8, 12))
                .containsExactlyInAnyOrder("stopping a", "stopped a", "stopping b", "stopped b");
    }

    @Test
    void whenOneFailsWhatNeedsItIsNotStarted() {
        parts = new Parts(List.of(List.of(part("a", "slow"), part("b", "broken")), stage("c")));

        assertThatThrownBy(parts::start).isInstanceOf(PartFailedException.class);
        parts.close();

        assertThat(listener.events()).noneMatch(event -> event.endsWith("c"));
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    }

    private List<Part> stage(String name) {
        return List.of(part(name, "well"));
    }

    private Part part(String name, String manner) {
        return FakePart.part(name, manner, folder, listener);
    }
}
