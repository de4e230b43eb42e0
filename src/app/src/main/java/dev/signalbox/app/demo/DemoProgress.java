package dev.signalbox.app.demo;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.text.Times;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The demo coming up, part by part.
public final class DemoProgress extends VBox {
    public DemoProgress(ObservableValue<DemoPhase> phase) {
        getStyleClass().add("demo-progress");
        phase.when(Showing.of(this)).subscribe(this::show);
    }

    private void show(DemoPhase phase) {
        getChildren().clear();
        setVisible(!(phase instanceof DemoPhase.Off));
        setManaged(isVisible());
        switch (phase) {
            case DemoPhase.Off _ -> {
                // Nothing to tell.
            }
            case DemoPhase.Starting starting -> {
                getChildren().add(head(text("demo.starting")));
                starting.parts().forEach(part -> getChildren().add(row(part)));
            }
            case DemoPhase.Running _ -> getChildren().add(head(text("demo.connecting")));
            case DemoPhase.Stopping _ -> getChildren().add(head(text("demo.stopping")));
            case DemoPhase.Failed failed -> getChildren().add(Banner.of(failed.problem()));
        }
    }

    private static Label head(String words) {
        Label head = new Label(words);
        head.getStyleClass().add("strong");
        return head;
    }

    private static Node row(DemoPhase.Part part) {
        Label name = new Label(text("demo.part." + part.name()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label took = new Label(part.took().map(Times::span).orElse(""));
        took.getStyleClass().add("muted");
        HBox row = new HBox(8, mark(part), name, gap, took);
        row.setAlignment(Pos.CENTER_LEFT);
        part.failure().ifPresent(reason -> took.setText(reason));
        return row;
    }

    private static Node mark(DemoPhase.Part part) {
        if (part.failure().isPresent()) {
            FontIcon failed = new FontIcon(Feather.X_CIRCLE);
            failed.getStyleClass().add("tone-danger");
            return failed;
        }
        if (part.took().isPresent()) {
            FontIcon done = new FontIcon(Feather.CHECK_CIRCLE);
            done.getStyleClass().add("tone-good");
            return done;
        }
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(14, 14);
        turning.setMinSize(14, 14);
        return turning;
    }
}
