package dev.signalbox.app.connect;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Banner;
import dev.signalbox.core.problem.Problem;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks for the password of the file of secrets, or for a new one, twice.
final class PasswordDialog extends VBox {
    private static final int SHORTEST = 8;

    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final VBox problems = new VBox();
    private final Button open = new Button(text("secrets.open"), new FontIcon(Feather.UNLOCK));

    /// @param exists whether the file is there already
    PasswordDialog(boolean exists, BiConsumer<PasswordDialog, char[]> given, Runnable cancelled) {
        getStyleClass().add("dialog-body");
        setSpacing(12);
        setMaxSize(520, Region.USE_PREF_SIZE);
        Label title = new Label(text(exists ? "secrets.title" : "secrets.new.title"));
        title.getStyleClass().add("title-4");
        Label said = new Label(text(exists ? "secrets.said" : "secrets.new.said", SHORTEST));
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("muted");
        password.setId("secrets-password");
        password.setPromptText(text("secrets.password"));
        password.setAccessibleText(text("secrets.password"));
        again.setId("secrets-again");
        again.setPromptText(text("secrets.again"));
        again.setAccessibleText(text("secrets.again"));
        again.setVisible(!exists);
        again.setManaged(!exists);
        Button cancel = new Button(text("secrets.later"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> cancelled.run());
        open.setId("secrets-open");
        open.setDefaultButton(true);
        open.setOnAction(_ -> give(given));
        open.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !isComplete(exists),
                                password.textProperty(),
                                again.textProperty()));
        HBox buttons = new HBox(8, cancel, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        problems.getStyleClass().add("lines");
        getChildren().addAll(title, said, password, again, problems, buttons);
    }

    private boolean isComplete(boolean exists) {
        String typed = password.getText();
        return exists
                ? !typed.isEmpty()
                : typed.length() >= SHORTEST && typed.equals(again.getText());
    }

    private void give(BiConsumer<PasswordDialog, char[]> given) {
        problems.getChildren().clear();
        given.accept(this, password.getText().toCharArray());
    }

    void show(Problem problem) {
        problems.getChildren().setAll(Banner.of(problem));
        password.selectAll();
        password.requestFocus();
    }
}
