package dev.signalbox.app.action;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.app.nav.Navigator;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.port.Action;
import java.util.UUID;

/// Opens the dialog for an action, whichever screen asks.
public final class ActionDialogs implements Actions {
    private final ActionService service;
    private final Runs runs;
    private final Live live;
    private final Background background;
    private final Modals modals;
    private final Navigator navigator;
    private final Preferences preferences;

    public ActionDialogs(
            ActionService service,
            Runs runs,
            Live live,
            Background background,
            Modals modals,
            Navigator navigator,
            Preferences preferences) {
        this.service = service;
        this.runs = runs;
        this.live = live;
        this.background = background;
        this.modals = modals;
        this.navigator = navigator;
        this.preferences = preferences;
    }

    @Override
    public void open(String profileId, Action action) {
        ActionViewModel model = new ActionViewModel(service, runs, background, profileId, action);
        modals.showUntilClosed(new ActionView(model, live, preferences, new Ways(model)));
        model.plan();
    }

    /// Where one can go from one dialog.
    private final class Ways implements ActionView.Ways {
        private final ActionViewModel model;

        Ways(ActionViewModel model) {
            this.model = model;
        }

        @Override
        public void close() {
            modals.close();
        }

        @Override
        public void showInOperations(UUID operation) {
            modals.close();
            navigator.show(
                    FeatureId.OPERATIONS, new Focus(model.profileId(), operation.toString()));
        }

        @Override
        public void undo(Action undo) {
            ActionDialogs.this.open(model.profileId(), undo);
        }
    }
}
