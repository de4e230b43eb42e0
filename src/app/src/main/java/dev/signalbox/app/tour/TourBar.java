package dev.signalbox.app.tour;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.nav.Navigator;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The step of the tour that is being taken, below the screens so that it covers none of them.
public final class TourBar extends HBox {
    private final FontIcon mark = new FontIcon(Feather.MAP);
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button show = new Button(text("tour.show"));
    private final Button next = new Button();

    public TourBar(Tour tour, Navigator navigator) {
        setId("tour");
        getStyleClass().add("tour");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("tour-title");
        title.getStyleClass().add("strong");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        VBox said = new VBox(2, title, words);
        HBox.setHgrow(said, Priority.ALWAYS);
        show.setId("tour-show");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(_ -> tour.stop().get().ifPresent(it -> tour.show(it.step(), navigator)));
        next.setId("tour-next");
        next.setMinWidth(USE_PREF_SIZE);
        next.setOnAction(_ -> tour.next());
        Button skip = new Button(text("tour.skip"));
        skip.setId("tour-skip");
        skip.getStyleClass().add("flat");
        skip.setMinWidth(USE_PREF_SIZE);
        skip.setOnAction(_ -> tour.end());
        getChildren().addAll(mark, said, show, next, skip);
        managedProperty().bind(visibleProperty());
        tour.stop().when(Showing.of(this)).subscribe(this::show);
    }

    private void show(Optional<Tour.Stop> stop) {
        setVisible(stop.isPresent());
        stop.ifPresent(
                now -> {
                    title.setText(
                            text(
                                    now.done() ? "tour.done" : "tour.title",
                                    now.step().number(),
                                    TourStep.values().length,
                                    word("tour-step", now.step())));
                    words.setText(text(key(now.step(), now.done())));
                    next.setText(text(now.step().next().isEmpty() ? "tour.end" : "tour.next"));
                    mark.setIconCode(now.done() ? Feather.CHECK_CIRCLE : Feather.MAP);
                });
    }

    private static String key(TourStep step, boolean done) {
        return switch (step) {
            case REPLAY -> done ? "tour.replay.done" : "tour.replay.does";
            case ROLL_BACK -> done ? "tour.roll-back.done" : "tour.roll-back.does";
            case DRAIN -> done ? "tour.drain.done" : "tour.drain.does";
        };
    }
}
