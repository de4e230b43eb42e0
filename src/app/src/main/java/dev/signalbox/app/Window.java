package dev.signalbox.app;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Folders;
import java.time.Clock;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The life of the window, from first to last.
public final class Window extends Application {
    private @Nullable Workbench workbench;
    private @Nullable Composition composition;

    @Override
    public void start(Stage stage) throws ConnectorException {
        Folders folders = Folders.ofUser();
        Workbench opened = Workbench.open(folders, Clock.systemUTC());
        workbench = opened;
        Composition built = new Composition(Services.of(opened, folders, Clock.systemUTC()));
        composition = built;
        built.crashes().install();
        stage.setTitle(text("app.name"));
        stage.setScene(built.scene());
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.show();
        built.begin(Arguments.parse(getParameters().getRaw()));
    }

    @Override
    public void stop() {
        // The window is gone already; a thread of its own sees to the rest and then the program
        // ends.
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
