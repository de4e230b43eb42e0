package dev.signalbox.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.export.MessageExport;
import dev.signalbox.core.export.MessageImport;
import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What the tests of a connector need: what each adapter has to bring, and what they all use.
public abstract class ConnectorFixture {
    /// Letters in a test of replaying: several batches of [#connect].
    protected static final int LETTERS = 35;

    @TempDir private Path folder = Path.of("");
    private @Nullable Connector open;

    /// A connector whose batches hold about ten messages.
    protected abstract Connector connect() throws Exception;

    /// A connector of an address where nothing listens.
    protected abstract Connector connectToNothing() throws Exception;

    /// An empty destination of a name nobody else uses.
    protected abstract String newDestination() throws Exception;

    /// Writes messages with a client of its own.
    protected abstract void put(String destination, List<Draft> drafts) throws Exception;

    /// An empty dead-letter destination, with the empty destination its letters come from.
    protected abstract Letters newDeadLetters() throws Exception;

    /// Writes letters: the originals as a library writes them that gave up on them.
    protected abstract void putLetters(Letters letters, List<Draft> originals) throws Exception;

    /// All that a careful consumer sees, read with a client of its own that changes nothing.
    protected abstract List<Message> contents(String destination) throws Exception;

    /// Messages as odd as the broker takes them.
    protected List<Draft> oddities() {
        return List.of(
                new Draft(null, null, List.of(), Instant.ofEpochMilli(1)),
                new Draft(Bytes.utf8(""), Bytes.utf8(""), List.of(), Instant.ofEpochMilli(2)),
                new Draft(
                        Bytes.of(new byte[] {0, -1, -128}),
                        Bytes.of(new byte[] {(byte) 0xC3, 0x28}),
                        List.of(
                                new Header("twice", Bytes.utf8("first")),
                                new Header("null", null),
                                new Header("twice", Bytes.of(new byte[] {7, 0})),
                                new Header("", Bytes.utf8("no name"))),
                        Instant.parse("2026-11-21T23:59:59.999Z")));
    }

    /// @param destination where the letters lie
    /// @param origin where they come from
    public record Letters(String destination, String origin) {}

    @BeforeEach
    void open() throws Exception {
        open = connect();
    }

    @AfterEach
    void close() {
        connector().close();
    }

    final Connector connector() {
        return Objects.requireNonNull(open);
    }

    /// Replays what the ledger does not know as sent.
    final Outcome goOn(Letters letters, Plan plan, RecordingExecution before) throws Exception {
        if (!(plan.action() instanceof Action.ReplayDeadLetters replay)
                || !(replay.selection() instanceof MessageSelection.Ranges(List<Range> frozen))) {
            throw new AssertionError("a replay that is not frozen: " + plan.action());
        }
        List<Range> rest = LetterRanges.without(frozen, before.sent());
        Plan next =
                connector()
                        .plan(
                                new Action.ReplayDeadLetters(
                                        letters.destination(),
                                        new MessageSelection.Ranges(rest),
                                        Optional.empty(),
                                        false));
        return connector().execute(next, new RecordingExecution());
    }

    final Backup backup(Plan plan, RecordingExecution execution) throws Exception {
        try (BackupWriter writer =
                new BackupStore(folder)
                        .begin(
                                execution.actionId(),
                                "test",
                                plan.clusterId(),
                                plan.action().target(),
                                plan.madeAt(),
                                0)) {
            writer.write(execution.backedUp());
            return writer.seal();
        }
    }

    /// What reads these messages from a file again.
    final MessageImport exported(String from, List<Message> messages, ExportFormat format)
            throws Exception {
        Path file = folder.resolve("messages." + format);
        MessageExport.Source source = new MessageExport.Source("test", "another-cluster", from);
        try (MessageExport export = MessageExport.open(file, format, source, Instant.EPOCH)) {
            for (Message message : messages) {
                export.write(message);
            }
            export.finish();
        }
        return MessageImport.open(file, folder.resolve("imports"), Instant.EPOCH);
    }

    final List<Message> browse(String destination) throws Exception {
        try (MessageStream stream =
                connector().browse(destination, new MessageSelection.All(), 10_000)) {
            List<Message> messages = new ArrayList<>();
            for (Optional<Message> next = stream.next(); next.isPresent(); next = stream.next()) {
                messages.add(next.get());
            }
            return messages;
        }
    }

    static Action purge(String destination) {
        return new Action.PurgeDestination(destination, new MessageSelection.All());
    }

    static Action replay(String destination) {
        return new Action.ReplayDeadLetters(
                destination, new MessageSelection.All(), Optional.empty(), false);
    }

    static Action publish(String destination) {
        return new Action.PublishMessage(
                destination, OptionalInt.empty(), null, Bytes.utf8("hello"), List.of());
    }

    static void assertProblem(ProblemKind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(kind);
                            assertThat(e.problem().summary()).isNotBlank().doesNotContain("!");
                        });
    }

    /// A message's partition and content, without its position.
    static List<Object> placed(Message message) {
        return List.of(message.id().partition(), Draft.of(message));
    }

    static Draft withoutTime(Draft draft) {
        return new Draft(draft.key(), draft.value(), draft.headers(), null);
    }

    static List<Draft> numbered(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Draft::numbered).toList();
    }

    static List<Integer> numbers(List<Message> messages) {
        return messages.stream().map(message -> Draft.of(message).number()).toList();
    }

    static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
