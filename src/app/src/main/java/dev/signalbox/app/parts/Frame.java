package dev.signalbox.app.parts;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.app.nav.Navigator;
import dev.signalbox.app.prefs.Preferences;

/// What every screen may ask of the window around it.
public record Frame(
        Live live, Navigator navigator, Actions actions, Modals modals, Preferences preferences) {}
