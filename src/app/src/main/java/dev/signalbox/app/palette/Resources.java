package dev.signalbox.app.palette;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.action.ActionWords;
import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// What lies on the servers that are shown, and what can be done to it. Doing opens the plan; nothing is changed
/// before that is confirmed.
final class Resources {
    private final Frame frame;
    private final List<Entry> found = new ArrayList<>();

    private Resources(Frame frame) {
        this.frame = frame;
    }

    static List<Entry> of(Frame frame) {
        Resources resources = new Resources(frame);
        frame.live().shown().get().forEach(resources::add);
        return resources.found;
    }

    private void add(ConnectionState state) {
        Source source = Source.of(state);
        state.snapshot()
                .ifPresent(
                        known -> {
                            known.destinations().forEach(each -> add(source, each));
                            known.groups()
                                    .forEach(
                                            each ->
                                                    go(
                                                            source,
                                                            FeatureId.CONSUMERS,
                                                            Feather.USERS,
                                                            each.id()));
                            known.transactions()
                                    .forEach(
                                            each -> {
                                                go(
                                                        source,
                                                        FeatureId.TRANSACTIONS,
                                                        Feather.GIT_BRANCH,
                                                        each.xid());
                                                act(
                                                        source,
                                                        Feather.ROTATE_CCW,
                                                        new Action.RollbackTransaction(each.xid()));
                                            });
                        });
    }

    private void add(Source source, Destination destination) {
        String name = destination.name();
        go(source, FeatureId.QUEUES, Feather.INBOX, name);
        if (destination.isDeadLetters()) {
            go(source, FeatureId.DEAD_LETTERS, Feather.MAIL, name);
            act(
                    source,
                    Feather.REWIND,
                    new Action.ReplayDeadLetters(
                            name, new MessageSelection.All(), Optional.empty(), false));
        }
        if (!destination.internal()) {
            act(
                    source,
                    Feather.TRASH_2,
                    new Action.PurgeDestination(name, new MessageSelection.All()));
        }
    }

    private void go(Source source, FeatureId feature, Feather icon, String name) {
        found.add(
                new Entry(
                        icon,
                        name,
                        text("palette.in", text(feature.key() + ".title"), source.name()),
                        false,
                        () ->
                                frame.navigator()
                                        .show(feature, new Focus(source.profileId(), name))));
    }

    /// Only what the server offers and the profile allows.
    private void act(Source source, Feather icon, Action action) {
        ActionKind kind = action.kind();
        if (source.offers(kind) instanceof Support.Offered) {
            found.add(
                    new Entry(
                            icon,
                            text("palette.act", ActionWords.title(action)),
                            source.name(),
                            false,
                            () -> frame.actions().open(source.profileId(), action)));
        }
    }
}
