package dev.signalbox.app.incident;

import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.export.MessageExport;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A double click on a file of messages starts the program with its path.
@ExtendWith(ApplicationExtension.class)
class OpenedByTheDesktopTest {
    @TempDir static Path folder = Path.of("");

    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) throws ConnectorException {
        Path file = folder.resolve("orders-dlt.sbk");
        MessageExport.Source source = new MessageExport.Source("shop", "c", "orders-dlt");
        try (MessageExport export =
                MessageExport.open(file, ExportFormat.BACKUP, source, Samples.NOW)) {
            export.write(FakeReader.message("orders-dlt", 2));
            export.finish();
        }
        window.open(stage, file.toString());
    }

    @Test
    void theFileIsShownOnceTheWindowIsThere(FxRobot robot) {
        window.await(() -> robot.lookup("#incident").tryQuery().isPresent());
        window.await(() -> robot.lookup("4702").tryQuery().isPresent());
    }
}
