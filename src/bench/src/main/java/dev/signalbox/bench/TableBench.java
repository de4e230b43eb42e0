package dev.signalbox.bench;

import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// How long the table of the window holds the FX thread while all of its 100,000 rows change once a second: sorted by a
/// figure that changes, filtered, and scrolled all the while.
///
/// A thread of its own asks the FX thread for an answer every few milliseconds; a pause is how long it takes.
/// Options: `rows=100000 seconds=20`.
final class TableBench implements Bench {
    private static final long PROBE_MILLIS = 4;
    private static final double TOLERATED_MILLIS = 50;

    private record Line(String name, long ready, long lag, long rate, long bytes) {}

    /// The table on a stage, once the toolkit runs.
    private record Shown(DataTable<String, Line> table, TableView<?> view) {}

    @Override
    public String name() {
        return "table";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int rows = options.number("rows", 100_000);
        int seconds = options.number("seconds", 20);
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        AtomicReference<Shown> made = new AtomicReference<>();
        onFx(() -> made.set(show()));
        Shown shown = Objects.requireNonNull(made.get());
        try {
            report.figure("rows", rows, "rows");
            // Warm: classes are loaded and compiled as in a window that has been open for a while.
            refresh(shown, rows, seconds / 2, true);
            figures(report, "scrolled only", refresh(shown, rows, seconds, false));
            figures(report, "refreshed and sorted", refresh(shown, rows, seconds, true));
            onFx(() -> shown.table().filterField().setText("7"));
            figures(report, "refreshed, sorted and filtered", refresh(shown, rows, seconds, true));
        } finally {
            Platform.exit();
        }
    }

    private static Shown show() {
        Column<Line> lag = Column.count("consumers.lag", Line::lag);
        DataTable<String, Line> table =
                new DataTable<>(
                        Line::name,
                        List.of(
                                Column.<Line>label("consumers.group", Line::name).grows(),
                                Column.count("consumers.lag", Line::ready),
                                lag,
                                Column.count("consumers.lag", Line::rate),
                                Column.count("consumers.lag", Line::bytes)));
        table.sortedBy(lag, SortType.DESCENDING);
        Stage stage = new Stage();
        stage.setScene(new Scene(new VBox(table.filterField(), table), 1280, 720));
        stage.show();
        return new Shown(table, (TableView<?>) table.lookup(".table-view"));
    }

    /// The table is scrolled all the while.
    ///
    /// @param refreshed once a second, every row of it different
    private static List<Double> refresh(Shown shown, int rows, int seconds, boolean refreshed)
            throws Exception {
        Random random = new Random(rows);
        Probe probe = new Probe();
        probe.start();
        for (int second = 0; second < seconds; second++) {
            long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            if (refreshed) {
                List<Line> lines = lines(rows, random);
                onFx(() -> shown.table().setItems(lines));
            }
            while (System.nanoTime() < next) {
                int to = random.nextInt(rows);
                onFx(() -> shown.view().scrollTo(to));
                TimeUnit.MILLISECONDS.sleep(16);
            }
        }
        return probe.end();
    }

    private static List<Line> lines(int rows, Random random) {
        return IntStream.range(0, rows)
                .mapToObj(
                        i ->
                                new Line(
                                        "group-" + i,
                                        random.nextInt(1_000_000),
                                        random.nextInt(1_000_000),
                                        random.nextInt(10_000),
                                        random.nextLong(1L << 40)))
                .toList();
    }

    private static void figures(Report report, String what, List<Double> pauses) throws Exception {
        List<Double> sorted = pauses.stream().sorted().toList();
        report.figure(what + ": FX pause, median", sorted.get(sorted.size() / 2), "ms");
        report.figure(what + ": FX pause, 99 %", sorted.get(sorted.size() * 99 / 100), "ms");
        report.figure(what + ": FX pause, longest", sorted.getLast(), "ms");
        long over = sorted.stream().filter(pause -> pause > TOLERATED_MILLIS).count();
        report.figure(what + ": FX pauses over 50 ms", (double) over, "pauses");
    }

    private static void onFx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    try {
                        work.run();
                    } finally {
                        done.countDown();
                    }
                });
        done.await();
    }

    /// Asks the FX thread again and again.
    private static final class Probe {
        private final List<Double> pauses = new ArrayList<>();
        private final Thread thread = new Thread(this::ask, "probe");
        private volatile boolean ended;

        void start() {
            thread.start();
        }

        private void ask() {
            try {
                while (!ended) {
                    long asked = System.nanoTime();
                    onFx(() -> {});
                    pauses.add((System.nanoTime() - asked) / 1e6);
                    TimeUnit.MILLISECONDS.sleep(PROBE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        List<Double> end() throws InterruptedException {
            ended = true;
            thread.join();
            return List.copyOf(pauses);
        }
    }
}
