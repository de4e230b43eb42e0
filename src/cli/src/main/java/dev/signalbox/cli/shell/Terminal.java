package dev.signalbox.cli.shell;

import dev.signalbox.core.text.Language;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a command reads from and writes to: results to `out`, everything said to the operator to `err`.
///
/// @param interactive somebody sits there who sees what is written and can answer
public record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, boolean interactive) {
    private static final char HAN = '\u4E2D';

    // Null without a terminal: JDK 25 went back to the console provider of java.base.
    @SuppressWarnings("SystemConsoleNull")
    public static Terminal ofProcess() {
        Console console = System.console();
        boolean interactive = console != null && console.isTerminal();
        return of(System.in, System.out, System.err, interactive);
    }

    public static Terminal of(
            InputStream in, PrintStream out, PrintStream err, boolean interactive) {
        return new Terminal(
                new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())),
                new PrintWriter(out, true, charset(out)),
                new PrintWriter(err, true, charset(err)),
                interactive);
    }

    /// Where the locale of the environment is not installed, Java takes the terminal for one that knows ASCII alone.
    /// Who asks for Chinese has one that knows more.
    private static Charset charset(PrintStream stream) {
        boolean able =
                Language.spoken() != Language.CHINESE
                        || stream.charset().newEncoder().canEncode(HAN);
        return able ? stream.charset() : StandardCharsets.UTF_8;
    }

    /// Asks; empty when the input has ended.
    public Optional<String> ask(String question) {
        err.print(question + " ");
        err.flush();
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
