package dev.signalbox.app.incident;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Source;
import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.core.backup.Backup;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Which connection and which destination the messages go to.
final class SendBar extends HBox {
    private final Backup backup;
    private final ComboBox<Source> connection = new ComboBox<>();
    private final TextField destination = new TextField();
    private final ActionButton send;

    SendBar(Backup backup, Sending sending, Runnable closed) {
        this.backup = backup;
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        List<Source> open = sending.connections();
        connection.setId("incident-connection");
        connection.setAccessibleText(text("exported.connection"));
        connection.setPromptText(text("exported.connection"));
        connection.setConverter(names());
        connection.getItems().setAll(open);
        connection.setDisable(open.isEmpty());
        // With its environment beside its name: nobody sends to production by accident.
        sending.home(backup)
                .or(() -> open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty())
                .ifPresent(connection::setValue);
        destination.setId("incident-destination");
        destination.setAccessibleText(text("exported.destination"));
        destination.setPromptText(text("exported.destination"));
        destination.setText(backup.destination());
        send =
                new ActionButton(
                        text("exported.send"),
                        Feather.SEND,
                        () ->
                                chosen().ifPresent(
                                                to -> sending.send(backup, to, destinationName())));
        send.button().setId("incident-send");
        connection.valueProperty().subscribe(_ -> offer());
        destination.textProperty().subscribe(_ -> offer());
        Label to = new Label(text("exported.to"));
        getChildren().addAll(to, connection, destination, send, gap(), close(closed));
    }

    /// While there is nothing to send yet.
    static Node closeOnly(Runnable closed) {
        HBox bar = new HBox(8, gap(), close(closed));
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button close(Runnable closed) {
        Button close = new Button(text("exported.close"));
        close.setId("incident-close");
        close.setCancelButton(true);
        close.setOnAction(_ -> closed.run());
        return close;
    }

    private Optional<Source> chosen() {
        return Optional.ofNullable(connection.getValue());
    }

    private String destinationName() {
        return destination.getText().strip();
    }

    private void offer() {
        send.setSupport(Sending.offered(backup, chosen(), destinationName()));
    }

    private static StringConverter<Source> names() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Source source) {
                return source == null
                        ? ""
                        : text("scope.one", source.name(), Looks.of(source.environment()).text());
            }

            @Override
            public Source fromString(String words) {
                throw new UnsupportedOperationException(words);
            }
        };
    }
}
