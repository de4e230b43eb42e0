package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where bugs end: logged, shown once with a code and details to copy, and the window lives on.
///
/// A bug that strikes again while it is shown is logged and counted, not shown again: a fault in drawing would
/// otherwise bury the screen in dialogs.
public final class CrashDialog implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrashDialog.class);

    private final Executor fx;
    private final Theme theme;
    private final UnaryOperator<String> withoutSecrets;
    private @Nullable Stage open;

    /// @param withoutSecrets takes out of a report what nobody else may read
    public CrashDialog(Executor fx, Theme theme, UnaryOperator<String> withoutSecrets) {
        this.fx = fx;
        this.withoutSecrets = withoutSecrets;
        this.theme = theme;
    }

    /// From now on every exception nobody caught comes here, on whichever thread.
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        CrashReport report = CrashReport.of(thrown, withoutSecrets);
        // The report, not what was thrown: a message may quote a secret.
        LOG.error("{} on {}\n{}", report.code(), thread.getName(), report.details());
        fx.execute(() -> show(report));
    }

    private void show(CrashReport report) {
        if (open != null) {
            return;
        }
        Stage stage = new Stage();
        open = stage;
        stage.setTitle(text("crash.title"));
        stage.setOnHidden(_ -> open = null);
        Scene scene = new Scene(content(report, stage), 720, 420);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static VBox content(CrashReport report, Stage stage) {
        Label head = new Label(text("crash.head"), new FontIcon(Feather.ALERT_OCTAGON));
        head.getStyleClass().addAll("title-4", "tone-danger");
        Label said = new Label(text("crash.said", report.code()));
        said.setWrapText(true);
        TextArea details = new TextArea(report.details());
        details.setEditable(false);
        details.getStyleClass().add("code");
        VBox.setVgrow(details, Priority.ALWAYS);
        Button copy = new Button(text("crash.copy"), new FontIcon(Feather.COPY));
        copy.setOnAction(
                _ -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(report.code() + "\n" + report.details());
                    Clipboard.getSystemClipboard().setContent(content);
                });
        Button close = new Button(text("crash.close"));
        close.setId("crash-close");
        close.setDefaultButton(true);
        close.setOnAction(_ -> stage.close());
        HBox buttons = new HBox(8, copy, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, head, said, details, buttons);
        content.setId("crash");
        content.getStyleClass().add("dialog-body");
        return content;
    }
}
