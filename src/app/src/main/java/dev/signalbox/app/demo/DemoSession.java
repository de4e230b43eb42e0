package dev.signalbox.app.demo;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.demo.DemoEvent;
import dev.signalbox.core.demo.DemoProcess;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The demo backend of this window: started, connected to, stopped with it. One that runs in the folder already
/// is joined, and then not stopped.
public final class DemoSession {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Launcher launcher;
    private final Background background;
    private final Executor fx;
    private final Live live;
    private final ReadOnlyObjectWrapper<DemoPhase> phase =
            new ReadOnlyObjectWrapper<>(new DemoPhase.Off());

    /// Held while it is decided whether a process is started, so that none is started behind an end.
    private final ReentrantLock launching = new ReentrantLock();

    private volatile DemoBroker broker = DemoBroker.KAFKA;
    private volatile boolean wanted;
    private volatile @Nullable DemoProcess process;
    private Background.Running starting = () -> {};

    /// Starts the supervisor; returns at once.
    public interface Launcher {
        /// @param broker what it runs on
        /// @param listener to be told every event, on any thread
        DemoProcess launch(DemoBroker broker, Consumer<DemoEvent> listener)
                throws ConnectorException;
    }

    /// @param folder where the demo keeps everything it writes
    /// @param live where its connections are opened once it is up, and closed before it stops
    public DemoSession(
            Path folder, Launcher launcher, Background background, Executor fx, Live live) {
        this.folder = folder;
        this.launcher = launcher;
        this.background = background;
        this.fx = fx;
        this.live = live;
    }

    public ReadOnlyObjectProperty<DemoPhase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// Whether there is anything to tell of a demo: its screen is there only then.
    public ObservableValue<Boolean> isOn() {
        return phase.map(now -> !(now instanceof DemoPhase.Off));
    }

    /// Whether processes of this window run, so that they go when the window goes.
    public boolean isOwn() {
        return process != null;
    }

    /// Starts it on what it ran on last, at first Kafka.
    public void start() {
        start(broker);
    }

    /// Starts it, unless it is there or on its way.
    public void start(DemoBroker on) {
        if (phase.get() instanceof DemoPhase.Starting
                || phase.get() instanceof DemoPhase.Running
                || phase.get() instanceof DemoPhase.Stopping) {
            return;
        }
        wanted = true;
        broker = on;
        phase.set(new DemoPhase.Starting(List.of()));
        starting = background.run("demo-start", this::bringUp, this::isUp, this::failed);
    }

    private DemoDescription bringUp() throws ConnectorException, InterruptedException {
        // One that failed may still be on its way out.
        release();
        Optional<DemoDescription> there = DemoDescription.ofRunning(folder);
        if (there.isPresent()) {
            DemoDescription joined = there.get();
            ProcessHandle.of(joined.pid()).ifPresent(it -> tellTheEndOf(joined, it));
            return joined;
        }
        DemoProcess launched;
        launching.lockInterruptibly();
        try {
            if (!wanted) {
                // Stopped before it had begun; nobody waits for the answer.
                throw new InterruptedException();
            }
            launched = launcher.launch(broker, event -> fx.execute(() -> heard(event)));
            process = launched;
        } finally {
            launching.unlock();
        }
        return launched.awaitUp(PATIENCE);
    }

    private void tellTheEndOf(DemoDescription joined, ProcessHandle supervisor) {
        CompletableFuture<Void> _ =
                supervisor.onExit().thenRun(() -> fx.execute(() -> joinedEnded(joined)));
    }

    private void isUp(DemoDescription demo) {
        if (!(phase.get() instanceof DemoPhase.Starting)) {
            // Somebody stopped it in the meantime.
            return;
        }
        phase.set(new DemoPhase.Running(demo));
        // Those of a demo that died may still be open, and lead to its ports.
        disconnect();
        demo.profiles().forEach(live::open);
    }

    private void failed(Problem problem) {
        if (phase.get() instanceof DemoPhase.Stopping) {
            // It did not come up because it was told to stop.
            return;
        }
        phase.set(new DemoPhase.Failed(problem));
        // What is shown of it is old from now on, and is to say so.
        live.pollNow();
        background.run("demo-end", this::release, _ -> {}, _ -> {});
    }

    private void joinedEnded(DemoDescription joined) {
        if (phase.get() instanceof DemoPhase.Running(DemoDescription demo) && demo.equals(joined)) {
            failed(ended(text("demo.ended-joined")));
        }
    }

    private Problem ended(String summary) {
        return new Problem(
                ProblemKind.UNEXPECTED, summary, text("demo.ended.remedy", folder.resolve("logs")));
    }

    private void heard(DemoEvent event) {
        if (event instanceof DemoEvent.Ended(int exitCode)
                && phase.get() instanceof DemoPhase.Running) {
            failed(ended(text("demo.ended", exitCode)));
        } else if (phase.get() instanceof DemoPhase.Starting starting) {
            progress(starting, event);
        }
    }

    private void progress(DemoPhase.Starting starting, DemoEvent event) {
        switch (event) {
            case DemoEvent.Starting(String part) ->
                    phase.set(
                            with(
                                    starting,
                                    new DemoPhase.Part(part, Optional.empty(), Optional.empty())));
            case DemoEvent.Ready(String part, Duration took) ->
                    phase.set(
                            with(
                                    starting,
                                    new DemoPhase.Part(part, Optional.of(took), Optional.empty())));
            case DemoEvent.Failed(String part, String reason) ->
                    phase.set(
                            with(
                                    starting,
                                    new DemoPhase.Part(
                                            part, Optional.empty(), Optional.of(reason))));
            case DemoEvent.Up _,
                    DemoEvent.Down _,
                    DemoEvent.IncidentSwitched _,
                    DemoEvent.Stopping _,
                    DemoEvent.Stopped _,
                    DemoEvent.Ended _,
                    DemoEvent.Other _ -> {
                // How it ends is told by the one who waits for it to come up.
            }
        }
    }

    private static DemoPhase.Starting with(DemoPhase.Starting starting, DemoPhase.Part part) {
        List<DemoPhase.Part> parts = new ArrayList<>(starting.parts());
        parts.replaceAll(known -> known.name().equals(part.name()) ? part : known);
        if (!parts.contains(part)) {
            parts.add(part);
        }
        return new DemoPhase.Starting(parts);
    }

    /// Stops what this window started; a demo that was joined goes on, and is only left.
    public void stop() {
        if (phase.get() instanceof DemoPhase.Stopping) {
            return;
        }
        phase.set(new DemoPhase.Stopping());
        starting.cancel();
        disconnect();
        background.run(
                "demo-stop",
                this::end,
                _ -> phase.set(new DemoPhase.Off()),
                problem -> phase.set(new DemoPhase.Failed(problem)));
    }

    private void disconnect() {
        for (DemoBroker each : DemoBroker.values()) {
            live.close(each.profile());
        }
        live.close(DemoDescription.SEATA_PROFILE);
    }

    /// The same for the end of the program: blocks until all has stopped, a minute at most. Whoever calls it second
    /// waits as well.
    public Boolean end() {
        launching.lock();
        try {
            wanted = false;
        } finally {
            launching.unlock();
        }
        return release();
    }

    private Boolean release() {
        DemoProcess last = process;
        if (last != null) {
            last.close();
            launching.lock();
            try {
                if (last.equals(process)) {
                    process = null;
                }
            } finally {
                launching.unlock();
            }
        }
        return true;
    }
}
