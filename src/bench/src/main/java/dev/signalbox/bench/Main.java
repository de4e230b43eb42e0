package dev.signalbox.bench;

import java.util.Arrays;
import java.util.List;

/// Runs one benchmark or all. Figures go to standard output, what is being done to standard error.
public final class Main {
    private static final List<Bench> ALL =
            List.of(
                    new LagBench(),
                    new ReplayBench(),
                    new ReplayMemoryBench(),
                    new ReplayCrashBench(),
                    new ReplayOutageBench(),
                    new GroupsBench(),
                    new RabbitReplayBench(),
                    new RabbitCrashBench(),
                    new RabbitPictureBench(),
                    new TableBench(),
                    new PaletteBench());

    private Main() {}

    /// @param args the name of a benchmark or `all`, then its options, such as `letters=50000`
    public static void main(String[] args) throws Exception {
        String wanted = args.length > 0 ? args[0] : "";
        List<Bench> chosen =
                ALL.stream()
                        .filter(bench -> wanted.equals("all") || wanted.equals(bench.name()))
                        .toList();
        if (chosen.isEmpty()) {
            System.err.println("Which one? all, " + ALL.stream().map(Bench::name).toList());
            System.exit(2);
        }
        Options options = Options.of(Arrays.asList(args).subList(1, args.length));
        for (Bench bench : chosen) {
            bench.run(new Report(bench.name()), options);
        }
    }
}
