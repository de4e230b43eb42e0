package dev.signalbox.core.gate;

import dev.signalbox.core.ledger.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What was started since the console started, and who is told of it.
final class Operations {
    private static final int KEPT = 500;

    private final Owner self;
    private final List<RunningOperation> operations = new ArrayList<>();
    private final List<Consumer<Operation>> listeners = new CopyOnWriteArrayList<>();

    /// @param self this console
    Operations(Owner self) {
        this.self = self;
    }

    void add(RunningOperation operation) {
        synchronized (operations) {
            operations.add(operation);
            if (operations.size() > KEPT) {
                operations.removeFirst();
            }
        }
    }

    /// Newest first.
    List<Operation> all() {
        synchronized (operations) {
            return List.<Operation>copyOf(operations.reversed());
        }
    }

    Optional<RunningOperation> find(UUID id) {
        synchronized (operations) {
            return operations.stream().filter(each -> each.id().equals(id)).findFirst();
        }
    }

    void onChange(Consumer<Operation> listener) {
        listeners.add(listener);
    }

    void changed(Operation operation) {
        listeners.forEach(listener -> listener.accept(operation));
    }

    /// Whether it runs nowhere any more: one of this console as long as its operation does, one of another as long as that
    /// is there.
    boolean isOver(Owner owner, UUID action) {
        if (owner.equals(self)) {
            return find(action)
                    .map(operation -> operation.state().status().hasEnded())
                    .orElse(true);
        }
        return owner.isGone(self.host());
    }
}
