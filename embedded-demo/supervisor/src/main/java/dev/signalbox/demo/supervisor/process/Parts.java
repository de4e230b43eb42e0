package dev.signalbox.demo.supervisor.process;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Parts in the order in which they need each other.
///
/// @param stages those of one stage are started side by side, when all of the stage before are ready
public record Parts(List<List<Part>> stages) {

    public Parts {
        stages = stages.stream().map(List::copyOf).toList();
    }

    public List<Part> all() {
        return stages.stream().flatMap(List::stream).toList();
    }

    public Optional<Part> named(String name) {
        return all().stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /// Starts all of them; returns when all are ready.
    ///
    /// @throws PartFailedException as soon as one fails; the others are left as they are
    public void start() throws PartFailedException, InterruptedException {
        for (List<Part> stage : stages) {
            startSideBySide(stage);
        }
    }

    private static void startSideBySide(List<Part> stage)
            throws PartFailedException, InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var started = new ExecutorCompletionService<Part>(threads);
            for (Part part : stage) {
                var _ =
                        started.submit(
                                () -> {
                                    part.start();
                                    return part;
                                });
            }
            for (Part _ : stage) {
                started.take().get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case PartFailedException failed -> throw failed;
                case InterruptedException stopped -> throw stopped;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /// Ends all of them for good, the last stage first; returns when all are gone.
    public void close() {
        for (List<Part> stage : stages.reversed()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                stage.forEach(part -> threads.execute(part::close));
            }
        }
    }
}
