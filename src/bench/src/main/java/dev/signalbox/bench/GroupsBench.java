package dev.signalbox.bench;

import java.io.BufferedReader;
import java.util.List;

/// Letters of a topic grouped by what they died of, and a replay of all of them planned: how soon the first result is there,
/// how long it takes, and the memory it needs, which must not grow with the letters.
///
/// Options: `letters` (10,000, 100,000 and 1,000,000), `heap` in MB (96).
final class GroupsBench implements Bench {
    @Override
    public String name() {
        return "groups";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int heap = options.number("heap", 96);
        for (int letters : options.numbers("letters", List.of(10_000, 100_000, 1_000_000))) {
            try (Broker broker = Broker.start();
                    TempFolder folder = TempFolder.create()) {
                Replays.makeTopics(broker.address(), "shop", "shop-dlt");
                new DiverseLetters().produce(broker.address(), "shop-dlt", "shop", letters);
                report.note("grouping " + letters + " in " + heap + " MB of heap");
                Process child =
                        ReplayChild.start(
                                GroupsChild.class,
                                heap,
                                broker.address(),
                                folder.path(),
                                "shop-dlt");
                try (BufferedReader output = ReplayChild.output(child)) {
                    List<String> lines = output.readAllLines();
                    if (child.waitFor() != 0) {
                        throw new IllegalStateException("it failed: " + lines);
                    }
                    for (String line : lines) {
                        String[] figure = line.split(" ");
                        report.figure(
                                figure[0] + "-" + letters,
                                Double.parseDouble(figure[1]),
                                figure[2]);
                    }
                }
            }
        }
    }
}
