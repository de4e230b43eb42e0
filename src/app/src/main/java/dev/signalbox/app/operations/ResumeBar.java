package dev.signalbox.app.operations;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.gate.UnfinishedReplay;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Offers to go on with replays that a console before this one did not finish. Nothing to see where there are none.
final class ResumeBar extends VBox {
    private final OperationsViewModel model;

    ResumeBar(OperationsViewModel model) {
        this.model = model;
        getStyleClass().add("resume-bar");
        model.resumableCount().when(Showing.of(this)).subscribe(_ -> show());
    }

    private void show() {
        getChildren().setAll(model.resumable().stream().map(this::banner).toList());
    }

    private Banner banner(UnfinishedReplay replay) {
        Banner banner =
                new Banner(
                        Tone.WARNING,
                        text(
                                "unfinished.replay",
                                replay.plan().target(),
                                Formats.number(replay.plan().count()),
                                model.connection(replay.plan().profile()),
                                Times.exact(replay.plan().madeAt())),
                        Optional.empty());
        Button resume = new Button(text("unfinished.resume"));
        resume.setId("unfinished-resume");
        resume.setOnAction(_ -> model.resume(replay));
        Button forget = new Button(text("unfinished.forget"));
        forget.getStyleClass().add("flat");
        forget.setId("unfinished-forget");
        forget.setOnAction(_ -> model.forget(replay));
        banner.getChildren().addAll(resume, forget);
        return banner;
    }
}
