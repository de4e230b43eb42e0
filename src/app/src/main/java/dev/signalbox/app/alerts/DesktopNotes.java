package dev.signalbox.app.alerts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Shows notifications by the command that the desktop has for it: `notify-send` on Linux, `osascript` on macOS; on
/// Windows by the JDK's icon beside the clock.
public final class DesktopNotes implements Delivery.Desktop {
    private static final long PATIENCE_SECONDS = 10;

    private final String system;

    public DesktopNotes(String system) {
        this.system = system.toLowerCase(Locale.ROOT);
    }

    @Override
    public void show(String title, String words) throws ConnectorException, InterruptedException {
        if (system.startsWith("windows")) {
            URL icon = DesktopNotes.class.getResource("/dev/signalbox/app/icons/icon-32.png");
            if (!TrayNotes.show(Optional.ofNullable(icon), title, words)) {
                throw unavailable();
            }
            return;
        }
        try {
            Process process =
                    new ProcessBuilder(command(title, words))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw unavailable();
            }
            if (process.exitValue() != 0) {
                throw unavailable();
            }
        } catch (IOException e) {
            throw unavailable();
        }
    }

    /// What is told is passed as arguments, and never read as part of a command.
    List<String> command(String title, String words) throws ConnectorException {
        if (system.startsWith("linux")) {
            return List.of("notify-send", "--app-name=Signalbox", "--", title, words);
        }
        if (system.startsWith("mac")) {
            return List.of(
                    "osascript",
                    "-e",
                    "on run words",
                    "-e",
                    "display notification (item 2 of words) with title (item 1 of words)",
                    "-e",
                    "end run",
                    title,
                    words);
        }
        throw unavailable();
    }

    private static ConnectorException unavailable() {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNSUPPORTED,
                        text("alerts.no-desktop"),
                        text("alerts.no-desktop.remedy")));
    }
}
