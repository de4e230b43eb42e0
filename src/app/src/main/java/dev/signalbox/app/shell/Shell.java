package dev.signalbox.app.shell;

import atlantafx.base.controls.ModalPane;
import dev.signalbox.app.connect.Connecting;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.app.nav.Navigator;
import dev.signalbox.app.nav.Once;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The window's content: the welcome while nothing is open, else the screens with what frames them.
///
/// Only the screen that is looked at is in the scene, so that the others do no work.
public final class Shell extends StackPane implements Navigator, Modals, FilePicker {
    private final ModalPane modals = new ModalPane();
    private final ReadOnlyObjectWrapper<FeatureId> current =
            new ReadOnlyObjectWrapper<>(FeatureId.OVERVIEW);
    private final StackPane content = new StackPane();
    private final Map<FeatureId, Node> views = new EnumMap<>(FeatureId.class);
    private List<Feature> features = List.of();
    private Once<BorderPane> frame = new Once<>(BorderPane::new);
    private Subscription furnished = Subscription.EMPTY;
    private FilePicker files = new FileDialogs(() -> getScene().getWindow());

    public Shell() {
        getStyleClass().add("shell");
        content.getStyleClass().add("content");
        modals.setId("modals");
        // What is to be read is there at once. Software rendering also leaves traces of what zooms
        // in.
        modals.setInTransitionFactory(null);
        modals.setOutTransitionFactory(null);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocusAbove);
        sceneProperty()
                .subscribe(
                        (_, scene) ->
                                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::closeByEscape));
    }

    /// Lets others choose the files than the desktop's dialogs.
    public void chooseFilesBy(FilePicker picker) {
        files = picker;
    }

    @Override
    public Optional<Path> toRead(String title, List<String> endings) {
        return files.toRead(title, endings);
    }

    @Override
    public Optional<Path> toWrite(String title, String name) {
        return files.toWrite(title, name);
    }

    /// Wherever the focus is, also where what is shown has nothing that could have it.
    private void closeByEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && modals.isDisplay() && !modals.getPersistent()) {
            close();
            event.consume();
        }
    }

    /// While something is shown above the window, the keyboard reaches nothing below it. Who tabs out of it begins at
    /// its beginning; when what had the focus is gone, it goes to what turns away, where something says that it does.
    private void keepFocusAbove(@Nullable Node before, @Nullable Node now) {
        Node above = modals.getContent();
        if (!modals.isDisplay() || above == null || now == null || isWithin(modals, now)) {
            return;
        }
        Node turnsAway = above.lookup(".turns-away");
        if (turnsAway == null || (before != null && isWithin(above, before))) {
            above.requestFocusTraversal(TraversalDirection.NEXT);
        } else {
            turnsAway.requestFocus();
        }
    }

    private static boolean isWithin(Node parent, @Nullable Node node) {
        return node != null && (node.equals(parent) || isWithin(parent, node.getParent()));
    }

    /// Puts everything in its place, and what was there before out of it; the screen that is looked at stays the same.
    /// Screens and welcome need the shell to be made, so this comes second.
    ///
    /// @param screens in the order of the sidebar
    public void furnish(
            Live live,
            Settings settings,
            Connecting connecting,
            List<Feature> screens,
            Node welcome,
            Node bell,
            Node tour) {
        features.forEach(Feature::leave);
        features = List.copyOf(screens);
        views.clear();
        content.getChildren().clear();
        setStyle(Fonts.style());
        frame =
                new Once<>(
                        () -> {
                            BorderPane made = new BorderPane(content);
                            made.setTop(
                                    new Header(
                                            live,
                                            settings,
                                            new ScopeMenu(live, connecting),
                                            connecting.unlocking(),
                                            bell));
                            made.setLeft(new Sidebar(features, current, this));
                            made.setBottom(new VBox(tour, new StatusLine(live)));
                            return made;
                        });
        furnished.unsubscribe();
        furnished =
                live.all()
                        .map(List::isEmpty)
                        .subscribe(
                                nothingOpen -> {
                                    if (!nothingOpen) {
                                        showCurrent();
                                    }
                                    getChildren()
                                            .setAll(nothingOpen ? welcome : frame.get(), modals);
                                });
    }

    /// Makes what frames the screens, if nothing is open yet that has needed it: to open the first one takes so much less.
    public void prepare() {
        frame.get();
    }

    /// Not before something is open: the welcome needs no screen, and is there the sooner.
    private void showCurrent() {
        if (content.getChildren().isEmpty()) {
            show(current.get());
        }
    }

    public ReadOnlyObjectProperty<FeatureId> currentProperty() {
        return current.getReadOnlyProperty();
    }

    @Override
    public void show(FeatureId id) {
        find(id).ifPresent(
                        feature -> {
                            current.set(id);
                            content.getChildren()
                                    .setAll(views.computeIfAbsent(id, _ -> feature.view()));
                        });
    }

    @Override
    public void show(FeatureId id, Focus focus) {
        show(id);
        find(id).ifPresent(feature -> feature.focus(focus));
    }

    /// The screen at this place of the sidebar.
    void showAt(int index) {
        if (index < features.size()) {
            show(features.get(index).id());
        }
    }

    /// Whether something is shown above the window.
    boolean isCovered() {
        return modals.isDisplay();
    }

    /// The screen that is looked at.
    Node looked() {
        return content;
    }

    private Optional<Feature> find(FeatureId id) {
        return features.stream()
                .filter(feature -> feature.id() == id && feature.available().getValue())
                .findFirst();
    }

    @Override
    public void show(Node node) {
        present(node, false);
    }

    @Override
    public void showUntilClosed(Node node) {
        present(node, true);
    }

    /// Put in its place before it is painted for the first time. The button that opened it lets go of the keyboard: Escape
    /// would reach what lies below.
    private void present(Node node, boolean persistent) {
        modals.setPersistent(persistent);
        modals.show(node);
        applyCss();
        layout();
        if (getScene() != null) {
            keepFocusAbove(null, getScene().getFocusOwner());
        }
    }

    @Override
    public void close() {
        modals.hide(true);
    }
}
