package dev.signalbox.app.demo;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.demo.DemoEvent;
import dev.signalbox.core.demo.DemoHome;
import dev.signalbox.core.demo.DemoProcess;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The demo backend of this window: started, connected to, stopped with it. One that runs in the folder already
/// is joined, and then not stopped.
public final class DemoSession {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double ORDERS_PER_SECOND = 4;

    private final Path folder;
    private final Background background;
    private final Executor fx;
    private final Live live;
    private final ReadOnlyObjectWrapper<DemoPhase> phase =
            new ReadOnlyObjectWrapper<>(new DemoPhase.Off());
    private final AtomicReference<@Nullable DemoProcess> process = new AtomicReference<>();

    /// @param folder where the demo keeps everything it writes
    /// @param live where its connections are opened once it is up, and closed before it stops
    public DemoSession(Path folder, Background background, Executor fx, Live live) {
        this.folder = folder;
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

    /// Whether this window started it, so that it goes when the window goes.
    public boolean isOwn() {
        return process.get() != null;
    }

    /// Starts it, unless it is there or on its way.
    public void start() {
        if (phase.get() instanceof DemoPhase.Starting
                || phase.get() instanceof DemoPhase.Running
                || phase.get() instanceof DemoPhase.Stopping) {
            return;
        }
        phase.set(new DemoPhase.Starting(List.of()));
        background.run("demo-start", this::bringUp, this::isUp, this::failed);
    }

    private DemoDescription bringUp() throws ConnectorException, InterruptedException {
        Optional<DemoDescription> there = DemoDescription.ofRunning(folder);
        if (there.isPresent()) {
            return there.get();
        }
        DemoProcess started =
                DemoProcess.start(
                        DemoHome.find(),
                        folder,
                        ORDERS_PER_SECOND,
                        event -> fx.execute(() -> heard(event)));
        process.set(started);
        return started.awaitUp(PATIENCE);
    }

    private void isUp(DemoDescription demo) {
        if (!(phase.get() instanceof DemoPhase.Starting)) {
            // Somebody stopped it in the meantime.
            return;
        }
        phase.set(new DemoPhase.Running(demo));
        demo.profiles().forEach(live::open);
    }

    private void failed(Problem problem) {
        if (phase.get() instanceof DemoPhase.Stopping) {
            // It did not come up because it was told to stop.
            return;
        }
        phase.set(new DemoPhase.Failed(problem));
        background.run("demo-end", this::end, _ -> {}, _ -> {});
    }

    private void heard(DemoEvent event) {
        if (event instanceof DemoEvent.Ended(int exitCode)
                && phase.get() instanceof DemoPhase.Running) {
            failed(
                    new Problem(
                            ProblemKind.UNEXPECTED,
                            text("demo.ended", exitCode),
                            text("demo.ended.remedy", folder.resolve("logs"))));
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
        phase.set(new DemoPhase.Stopping());
        live.close(DemoDescription.KAFKA_PROFILE);
        live.close(DemoDescription.SEATA_PROFILE);
        background.run("demo-stop", this::end, _ -> phase.set(new DemoPhase.Off()), this::broke);
    }

    private void broke(Problem problem) {
        phase.set(new DemoPhase.Failed(problem));
    }

    /// The same for the end of the program: blocks until all has stopped, a minute at most.
    public Boolean end() {
        DemoProcess running = process.getAndSet(null);
        if (running != null) {
            running.close();
        }
        return true;
    }
}
