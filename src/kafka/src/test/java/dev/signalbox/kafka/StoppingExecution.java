package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Execution;
import java.util.List;
import java.util.UUID;

/// Interrupts whoever made it once so much has been done.
final class StoppingExecution implements Execution {
    private final UUID actionId = UUID.randomUUID();
    private final Thread worker = Thread.currentThread();
    private final long stopAt;

    StoppingExecution(long stopAt) {
        this.stopAt = stopAt;
    }

    @Override
    public UUID actionId() {
        return actionId;
    }

    @Override
    public void progress(long done, long total) {
        if (done >= stopAt) {
            worker.interrupt();
        }
    }

    @Override
    public void backUp(List<Message> messages) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sending(List<Range> letters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sent(List<Range> letters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void notSent(List<Range> letters) {
        throw new UnsupportedOperationException();
    }
}
