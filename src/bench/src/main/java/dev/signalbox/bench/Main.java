package dev.signalbox.bench;

import java.util.List;

/// Runs one benchmark or all. Figures go to standard output, what is being done to standard error.
public final class Main {
    private static final List<Bench> ALL = List.of(new LagBench(), new ReplayBench());

    private Main() {}

    public static void main(String[] args) throws Exception {
        String wanted = args.length == 1 ? args[0] : "";
        List<Bench> chosen =
                ALL.stream()
                        .filter(bench -> wanted.equals("all") || wanted.equals(bench.name()))
                        .toList();
        if (chosen.isEmpty()) {
            System.err.println("Which one? all, " + ALL.stream().map(Bench::name).toList());
            System.exit(2);
        }
        for (Bench bench : chosen) {
            bench.run(new Report(bench.name()));
        }
    }
}
