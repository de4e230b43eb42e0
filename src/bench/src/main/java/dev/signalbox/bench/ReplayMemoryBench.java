package dev.signalbox.bench;

import java.io.BufferedReader;
import java.util.List;

/// The memory that a console needs to replay more and more letters of 1 KiB: it must not grow with them.
///
/// Options: `letters` (10,000, 100,000 and 1,000,000).
final class ReplayMemoryBench implements Bench {
    @Override
    public String name() {
        return "replay-memory";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        for (int letters : options.numbers("letters", List.of(10_000, 100_000, 1_000_000))) {
            Letters written = new Letters();
            try (Broker broker = Broker.start();
                    TempFolder folder = TempFolder.create()) {
                Replays.makeTopics(broker.address(), "shop", "shop-dlt");
                written.produce(broker.address(), "shop-dlt", "shop", letters);
                report.note("replaying " + letters);
                Process child = ReplayChild.start(broker.address(), folder.path(), "shop-dlt");
                try (BufferedReader output = ReplayChild.output(child)) {
                    List<String> lines = output.readAllLines();
                    if (child.waitFor() != 0) {
                        throw new IllegalStateException("the replay failed: " + lines);
                    }
                    String[] memory = lines.getLast().split(" ");
                    report.figure("heap-" + letters, Long.parseLong(memory[0]) / 1e6, "MB");
                    report.figure("resident-" + letters, Long.parseLong(memory[1]) / 1e6, "MB");
                }
                Replays.checkExact(broker.address(), "shop", written, letters);
            }
        }
    }
}
