package dev.signalbox.seata.lab;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What the gate gives, without a gate. Remembers the progress; there are no messages.
public final class SilentExecution implements Execution {

    private final UUID id = UUID.randomUUID();
    private final List<Long> progress = new ArrayList<>();

    public List<Long> told() {
        return List.copyOf(progress);
    }

    @Override
    public UUID actionId() {
        return id;
    }

    @Override
    public void progress(long done, long total) {
        progress.add(done);
    }

    @Override
    public void backUp(List<Message> messages) {
        throw new AssertionError("a transaction has no messages");
    }

    @Override
    public void sending(List<Range> letters) {
        throw new AssertionError("a transaction has no letters");
    }

    @Override
    public void sent(List<Range> letters) {
        throw new AssertionError("a transaction has no letters");
    }

    @Override
    public void notSent(List<Range> letters) {
        throw new AssertionError("a transaction has no letters");
    }
}
