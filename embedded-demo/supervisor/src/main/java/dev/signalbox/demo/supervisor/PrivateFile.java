package dev.signalbox.demo.supervisor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner may read, from their first byte on.
final class PrivateFile {
    private PrivateFile() {}

    /// Writes the whole file, or leaves what was there.
    static void write(Path file, String text) throws IOException {
        Path making = file.resolveSibling(file.getFileName() + ".making");
        Files.deleteIfExists(making);
        try (WritableByteChannel channel =
                Files.newByteChannel(
                        making,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        onlyOwner(file, "rw-------"))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(
                making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Creates a folder that only its owner may enter.
    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, onlyOwner(folder, "rwx------"));
    }

    /// Windows has no such permissions; there a user's files are his own by where they are.
    private static FileAttribute<?>[] onlyOwner(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
