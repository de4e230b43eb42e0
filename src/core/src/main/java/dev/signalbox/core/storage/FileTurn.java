package dev.signalbox.core.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// Takes turns at a file that is read, changed and written as a whole: one at a time among all consoles and command
/// lines of this user. Nobody's change is written over unseen.
///
/// The lock is a file beside it, since the file itself is replaced. The system lets go of it when a process ends,
/// however it ends.
public final class FileTurn implements AutoCloseable {
    /// The system's lock is one of the whole process.
    private static final ReentrantLock WITHIN = new ReentrantLock();

    private final FileChannel channel;

    private FileTurn(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits for the turn; turns are short.
    public static FileTurn at(Path file) throws IOException {
        Path lock = file.toAbsolutePath().resolveSibling(file.getFileName() + ".lock");
        PrivateFiles.createFolder(Objects.requireNonNull(lock.getParent()));
        WITHIN.lock();
        boolean taken = false;
        try {
            FileChannel channel = PrivateFiles.openOrCreate(lock);
            try {
                channel.lock();
                taken = true;
                return new FileTurn(channel);
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        } finally {
            if (!taken) {
                WITHIN.unlock();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            WITHIN.unlock();
        }
    }
}
