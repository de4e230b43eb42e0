package dev.signalbox.app.welcome;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.connect.Connecting;
import dev.signalbox.app.demo.DemoPhase;
import dev.signalbox.app.demo.DemoProgress;
import dev.signalbox.app.demo.DemoSession;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.parts.ProductIcon;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What one sees first: the demo, a connection of one's own, and those one had before.
public final class WelcomeView extends ScrollPane {
    private static final int RECENT = 8;

    private final Connecting connecting;
    private final VBox recent = new VBox();
    private final VBox problems = new VBox();

    public WelcomeView(Connecting connecting, DemoSession demo) {
        this.connecting = connecting;
        getStyleClass().add("welcome");
        setFitToWidth(true);
        setFitToHeight(true);
        Label name = new Label(text("app.name"), new ProductIcon(40));
        name.getStyleClass().add("welcome-name");
        Label said = new Label(text("welcome.said"));
        said.getStyleClass().add("muted");
        HBox cards = new HBox(demoCard(demo), ownCard());
        cards.getStyleClass().add("welcome-cards");
        problems.getStyleClass().add("lines");
        recent.getStyleClass().add("welcome-recent");
        VBox column = new VBox(name, said, problems, cards, new DemoProgress(demo.phase()), recent);
        column.getStyleClass().add("welcome-column");
        column.setMaxSize(720, Region.USE_PREF_SIZE);
        VBox centred = new VBox(column);
        centred.setAlignment(Pos.CENTER);
        setContent(centred);
        connecting.saved().profiles().when(Showing.of(this)).subscribe(this::showRecent);
        connecting
                .saved()
                .problem()
                .when(Showing.of(this))
                .subscribe(
                        problem ->
                                problems.getChildren()
                                        .setAll(problem.stream().map(Banner::of).toList()));
    }

    private Node demoCard(DemoSession demo) {
        Button start = new Button(text("welcome.demo.start"), new FontIcon(Feather.PLAY));
        start.setId("try-demo");
        start.setDefaultButton(true);
        start.setOnAction(_ -> demo.start(DemoBroker.KAFKA));
        start.disableProperty().bind(isBusy(demo));
        HBox starts = new HBox(8, start);
        if (DemoBroker.RABBITMQ.isInstalled()) {
            Button onRabbit = new Button(text("welcome.demo.rabbitmq"));
            onRabbit.setId("try-demo-rabbitmq");
            onRabbit.setOnAction(_ -> demo.start(DemoBroker.RABBITMQ));
            onRabbit.disableProperty().bind(isBusy(demo));
            starts.getChildren().add(onRabbit);
        }
        return card(text("welcome.demo.title"), text("welcome.demo.said"), starts);
    }

    private static ObservableValue<Boolean> isBusy(DemoSession demo) {
        return demo.phase()
                .map(
                        phase ->
                                !(phase instanceof DemoPhase.Off
                                        || phase instanceof DemoPhase.Failed));
    }

    private Node ownCard() {
        Button describe = new Button(text("welcome.own.start"), new FontIcon(Feather.PLUS));
        describe.setId("connect-own");
        describe.setOnAction(_ -> connecting.describeNew());
        describe.setDisable(!connecting.isPossible());
        Button manage = new Button("", new FontIcon(Feather.SETTINGS));
        manage.setId("manage-connections");
        manage.setAccessibleText(text("connections.title"));
        manage.setTooltip(new Tooltip(text("connections.title")));
        manage.setOnAction(_ -> connecting.manage());
        Button take = new Button(text("connections.import"), new FontIcon(Feather.DOWNLOAD));
        take.setId("import-connections");
        take.setOnAction(_ -> connecting.takeIn());
        return card(
                text("welcome.own.title"),
                text("welcome.own.said"),
                new HBox(8, describe, take, manage));
    }

    private static Node card(String title, String said, Node button) {
        Label head = new Label(title);
        head.getStyleClass().add("title-4");
        Label words = new Label(said);
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox card = new VBox(head, words, gap, button);
        card.getStyleClass().add("card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(350);
        return card;
    }

    private void showRecent(List<Profile> profiles) {
        recent.getChildren().clear();
        recent.setVisible(!profiles.isEmpty());
        if (profiles.isEmpty()) {
            return;
        }
        Label head = new Label(text("welcome.recent"));
        head.getStyleClass().add("strong");
        recent.getChildren().add(head);
        profiles.stream().limit(RECENT).map(this::recentRow).forEach(recent.getChildren()::add);
    }

    private Node recentRow(Profile profile) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row =
                new HBox(
                        8,
                        new Label(profile.name()),
                        gap,
                        new Pill(Looks.of(profile.environment())),
                        new Pill(Looks.of(profile.access())));
        row.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button();
        open.setGraphic(row);
        open.setId("open-" + profile.id());
        open.setAccessibleText(text("scope.open", profile.name(), ""));
        open.getStyleClass().add("recent");
        open.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(open.widthProperty().subtract(32));
        open.setOnAction(_ -> connecting.open(profile));
        return open;
    }
}
