package dev.signalbox.core.backup;

import dev.signalbox.core.backup.BatchFile.Batch;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of backups. Its files are readable by their owner only: payloads may be private.
public final class BackupStore {
    private static final Logger LOG = LoggerFactory.getLogger(BackupStore.class);
    private static final String SUFFIX = ".sbk";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Disk disk;

    /// What makes the files of backups.
    @FunctionalInterface
    public interface Disk {
        /// Makes a file that was not there, readable by its owner only, open for writing.
        FileChannel createNew(Path file) throws IOException;
    }

    public BackupStore(Path folder) {
        this(folder, PrivateFiles::createNew);
    }

    public BackupStore(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /// Begins a backup: when this returns, its file exists and names what it is for.
    ///
    /// @param id of the action
    /// @param expectedBytes size of what is to be kept, 0 where that is not known
    /// @throws ConnectorException when the file cannot be made or the disk has no room for it
    public BackupWriter begin(
            UUID id,
            String profileId,
            String clusterId,
            String destination,
            Instant now,
            long expectedBytes)
            throws ConnectorException {
        BackupHeader header = new BackupHeader(id, profileId, clusterId, destination, now);
        Path path = folder.resolve(fileName(header));
        try {
            PrivateFiles.createFolder(folder);
            checkRoom(expectedBytes);
            BackupWriter writer = create(path, header, disk);
            PrivateFiles.flushFolder(folder);
            return writer;
        } catch (IOException e) {
            throw BackupProblems.cannotWrite(path, e);
        }
    }

    /// Begins a backup in a file of its own, outside of this folder.
    public static BackupWriter create(
            Path file, UUID id, String profileId, String clusterId, String destination, Instant now)
            throws IOException {
        return create(
                file,
                new BackupHeader(id, profileId, clusterId, destination, now),
                PrivateFiles::createNew);
    }

    private static BackupWriter create(Path path, BackupHeader header, Disk disk)
            throws IOException {
        FileChannel file = disk.createNew(path);
        boolean begun = false;
        try {
            ByteBuffer magic = ByteBuffer.wrap(BackupFormat.MAGIC);
            while (magic.hasRemaining()) {
                file.write(magic);
            }
            BatchFile.append(
                    file,
                    new Batch(
                            BackupFormat.HEADER,
                            0,
                            Bytes.of(Json.mapper().writeValueAsBytes(header))));
            begun = true;
            return new BackupWriter(header, path, file);
        } finally {
            // A disk that is full leaves nothing that looks like a backup.
            if (!begun) {
                file.close();
                Files.deleteIfExists(path);
            }
        }
    }

    /// A backup that lies outside of this folder.
    public static Backup ofFile(Path file) throws ConnectorException {
        return BackupReader.describe(file);
    }

    /// Whether a file begins as backups do.
    public static boolean isBackup(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(BackupFormat.MAGIC.length), BackupFormat.MAGIC);
        }
    }

    /// All backups, newest first. A file that is not one is left out and logged.
    public List<Backup> list() throws ConnectorException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(path -> path.toString().endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            throw BackupProblems.cannotRead(folder, e);
        }
        List<Backup> backups = new ArrayList<>();
        for (Path file : files) {
            try {
                backups.add(BackupReader.describe(file));
            } catch (ConnectorException e) {
                LOG.warn("Left out {}: {}", file, e.problem().summary());
            }
        }
        backups.sort(Comparator.comparing(Backup::madeAt).reversed());
        return List.copyOf(backups);
    }

    public Optional<Backup> find(UUID id) throws ConnectorException {
        return list().stream().filter(backup -> backup.id().equals(id)).findFirst();
    }

    private void checkRoom(long expectedBytes) throws IOException, ConnectorException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (expectedBytes > usable) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.CONFLICT,
                            CoreTexts.get("backup.no-room", expectedBytes, usable, folder),
                            CoreTexts.get("backup.no-room.remedy")));
        }
    }

    private static String fileName(BackupHeader header) {
        String readable = header.destination().replaceAll("[^A-Za-z0-9._-]", "_");
        if (readable.length() > 80) {
            readable = readable.substring(0, 80);
        }
        return STAMP.format(header.madeAt()) + "-" + readable + "-" + header.id() + SUFFIX;
    }
}
