package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.Snapshot;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final int TOPICS = 5_000;
    private static final int GROUPS = 500;
    private static final int TOPICS_EACH = 10;

    /// 10,000 partitions, all of them moving, and 500 groups in 20 partitions each. Far above what it takes, for a
    /// machine that does something else at the same time.
    @Test
    void aLargeClusterTakesALittleOfTheInterval() {
        Scene scene = new Scene();
        for (int i = 0; i < TOPICS; i++) {
            scene.topics.put("topic-" + i, new Scene.Topic(2));
        }
        for (int i = 0; i < GROUPS; i++) {
            String[] topics = new String[TOPICS_EACH];
            for (int j = 0; j < TOPICS_EACH; j++) {
                topics[j] = "topic-" + (i * TOPICS_EACH + j) % TOPICS;
            }
            scene.group("group-" + i, topics);
        }
        long[] nanos = new long[60];
        for (int poll = 0; poll < nanos.length; poll++) {
            move(scene);
            scene.now = scene.now.plus(Scene.INTERVAL);
            Snapshot snapshot = scene.snapshot();
            long before = cpuTime();
            Derived derived = scene.trends.add(snapshot);
            nanos[poll] = cpuTime() - before;
            assertThat(derived.groups()).hasSize(GROUPS);
        }
        Arrays.sort(nanos);
        assertThat(nanos[nanos.length / 2] / 1e6).as("median milliseconds").isLessThan(100);
    }

    /// Of this thread only: what else the machine does is none of ours.
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void move(Scene scene) {
        for (Scene.Topic topic : scene.topics.values()) {
            topic.end[0] += 7;
            topic.end[1] += 3;
        }
        scene.groups
                .values()
                .forEach(
                        group ->
                                group.committed
                                        .values()
                                        .forEach(
                                                offsets ->
                                                        Arrays.setAll(
                                                                offsets, i -> offsets[i] + 2)));
    }
}
