package dev.signalbox.app;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.FxThread;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.shell.Theme;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Folders;
import java.time.Clock;
import java.time.Instant;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The life of the window, from first to last.
public final class Window extends Application {
    private @Nullable Workbench workbench;
    private @Nullable Composition composition;

    @Override
    public void start(Stage stage) {
        stage.setTitle(text("app.name"));
        Folders folders = Folders.ofUser();
        try {
            furnish(stage, folders);
        } catch (ConnectorException e) {
            tell(stage, e.problem());
        }
        stage.show();
        Arguments arguments = Arguments.parse(getParameters().getRaw());
        if (composition != null) {
            composition.shown(arguments);
        }
        new FirstFrame(() -> painted(stage, arguments)).start();
    }

    private void painted(Stage stage, Arguments arguments) {
        if (arguments.exitWhenShown()) {
            // Whoever started the process knows when that was. Linux tells it only as exactly as
            // when the machine was started, which is to the second.
            System.out.println("first-frame-at=" + Instant.now().toEpochMilli());
            PauseTransition look = new PauseTransition(Duration.seconds(1));
            look.setOnFinished(
                    _ -> {
                        if (composition != null) {
                            composition.rehearse();
                        }
                        stage.hide();
                    });
            look.play();
        }
        if (composition != null) {
            composition.shell().prepare();
        }
        new Background(new FxThread())
                .run("icons", WindowIcons::all, stage.getIcons()::addAll, _ -> {});
    }

    private void furnish(Stage stage, Folders folders) throws ConnectorException {
        Workbench opened = Opening.finish();
        workbench = opened;
        Composition built =
                new Composition(
                        Services.of(opened, folders, Clock.systemUTC()), Opening.preferences());
        composition = built;
        built.crashes().install();
        stage.setScene(built.scene());
        WindowBounds.restore(stage, built.preferences());
        stage.setOnHiding(_ -> WindowBounds.keep(stage, built.preferences()));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(
                asked -> {
                    if (!built.closing().mayGo(stage::hide)) {
                        asked.consume();
                    }
                });
        built.begin(Arguments.parse(getParameters().getRaw()));
    }

    /// Without the place where it keeps what it did, the console does nothing.
    private static void tell(Stage stage, Problem problem) {
        Theme theme = new Theme(Opening.preferences());
        Label head = new Label(text("start.failed"));
        head.getStyleClass().add("title-4");
        VBox content = new VBox(head, Banner.of(problem));
        content.getStyleClass().add("dialog-body");
        Scene scene = new Scene(content, 720, 240);
        theme.dress(scene);
        stage.setScene(scene);
    }

    @Override
    public void stop() {
        if (composition != null) {
            composition.leave();
        }
        // The window is gone already; on a quit of the whole desktop the demo may still be there.
        Thread.ofPlatform().name("end").start(this::end);
    }

    private void end() {
        if (composition != null) {
            composition.end();
        }
        if (workbench != null) {
            workbench.close();
        }
    }
}
