package dev.signalbox.cli.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.cli.json.LetterJson;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.MessagePlace;
import dev.signalbox.cli.shell.Plain;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.BusinessIds;
import dev.signalbox.core.deadletter.CauseKey;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One letter with everything that is known of it.
@Command(name = "show", resourceBundle = Words.BUNDLE)
public final class ShowCommand extends ConnectedCommand {
    private static final int SHOWN = 20_000;
    private static final int HEADER_SHOWN = 200;

    /// More than any broker takes by default.
    private static final int MOST = 32 << 20;

    @Parameters(index = "0", paramLabel = "DESTINATION", descriptionKey = "parameter.deadLetters")
    private String destination = "";

    @Parameters(
            index = "1",
            paramLabel = "ID",
            descriptionKey = "id",
            converter = MessagePlace.Converter.class)
    private MessagePlace place = new MessagePlace(0, 0);

    @Option(names = "--whole")
    private boolean whole;

    public ShowCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            show(read(session));
        }
        return ExitCode.OK;
    }

    private DeadLetter read(Session session)
            throws Failure, ConnectorException, InterruptedException {
        String profile = session.holding(destination).id();
        MessageSelection one = new MessageSelection.Ids(List.of(place.in(destination)));
        Reader reader = session.workbench().connections().reader(profile);
        try (MessageStream messages = reader.browse(destination, one, 1)) {
            Optional<Message> found = messages.next();
            if (found.isEmpty()) {
                throw new Failure(
                        new Problem(
                                ProblemKind.NOT_FOUND,
                                Words.get("letter.gone", place.in(destination)),
                                ""),
                        ExitCode.REFUSED);
            }
            return session.workbench().connections().rules(profile).read(found.get());
        }
    }

    private void show(DeadLetter letter) {
        if (output().isJson()) {
            output().write(terminal(), LetterJson.of(letter));
            return;
        }
        Message message = letter.message();
        line("column.letter", message.id());
        line("column.time", message.timestamp());
        line("column.convention", letter.convention().orElse(null));
        line(
                "column.origin",
                letter.origin().<Object>map(id -> id).or(letter::originDestination).orElse(null));
        line("column.group", letter.group().orElse(null));
        line(
                "column.attempts",
                letter.attempts().isPresent() ? letter.attempts().getAsInt() : null);
        line("column.xid", BusinessIds.xid(message).orElse(null));
        line("column.order", BusinessIds.orderId(message).orElse(null));
        line("column.causeId", CauseKey.of(letter).id());
        if (letter.isPointer()) {
            terminal().out().println(Words.get("letter.pointer"));
        }
        line("column.key", text(message.key()));
        for (Header header : message.headers()) {
            terminal().out().println("  " + Plain.of(header.name()) + " = " + header(header));
        }
        letter.cause().ifPresent(this::cause);
        block("column.value", pretty(message.value()));
    }

    private void cause(DeadLetter.Cause cause) {
        line("column.cause", cause.exceptionClass());
        line("column.reason", cause.message());
        if (!cause.stackTrace().isEmpty()) {
            block("column.trace", cause.stackTrace());
        }
    }

    private static String header(Header header) {
        return Plain.of(
                header.value() == null
                        ? Words.get("plan.noValue")
                        : header.content() instanceof HeaderValue.Binary(Bytes bytes)
                                ? "0x" + bytes.hex()
                                : header.content().text(),
                HEADER_SHOWN);
    }

    private void line(String key, @Nullable Object value) {
        terminal()
                .out()
                .println(
                        Words.get(key)
                                + ": "
                                + (value == null
                                        ? Figures.UNKNOWN
                                        : Plain.of(value.toString(), SHOWN)));
    }

    /// Several lines, each made safe; a very long one is told to be.
    private void block(String key, String text) {
        PrintWriter out = terminal().out();
        out.println(Words.get(key) + ":");
        int most = whole ? MOST : SHOWN;
        String shown = text.length() > most ? text.substring(0, most) : text;
        shown.lines().map(ShowCommand::indented).forEach(out::println);
        if (shown.length() < text.length()) {
            out.println("  " + Words.get(whole ? "letter.too-long" : "letter.cut", text.length()));
        }
    }

    private static String indented(String line) {
        String text = line.stripLeading();
        return "  " + " ".repeat(line.length() - text.length()) + Plain.of(text);
    }

    private static @Nullable String text(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.text().orElseGet(() -> "0x" + bytes.hex());
    }

    private static String pretty(@Nullable Bytes payload) {
        if (payload == null) {
            return Words.get("plan.noValue");
        }
        ObjectMapper json = new ObjectMapper();
        try {
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json.readTree(payload.text().orElse("")));
        } catch (JsonProcessingException e) {
            return payload.text().orElseGet(() -> "0x" + payload.hex());
        }
    }
}
