package dev.signalbox.app;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.connect.Connecting;
import dev.signalbox.app.connect.Unlocking;
import dev.signalbox.app.demo.DemoPhase;
import dev.signalbox.app.demo.DemoSession;
import dev.signalbox.app.incident.Incidents;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Scope;
import dev.signalbox.app.palette.Entry;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.prefs.Density;
import dev.signalbox.app.shell.Settings;
import dev.signalbox.app.shell.Theme;
import dev.signalbox.app.tour.Tour;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.gate.Unlock;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What can be done to the window as a whole, as entries of the palette.
final class Commands {
    private final Live live;
    private final Connecting connecting;
    private final DemoSession demo;
    private final Settings settings;
    private final Incidents incidents;
    private final Tour tour;

    Commands(
            Live live,
            Connecting connecting,
            DemoSession demo,
            Settings settings,
            Incidents incidents,
            Tour tour) {
        this.live = live;
        this.connecting = connecting;
        this.demo = demo;
        this.settings = settings;
        this.incidents = incidents;
        this.tour = tour;
    }

    /// Those that make sense now.
    List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        List<Profile> open = live.all().get().stream().map(state -> state.profile()).toList();
        if (!open.isEmpty()) {
            all.add(command(Feather.REFRESH_CW, text("palette.refresh"), live::pollNow));
        }
        if (connecting.isPossible()) {
            all.add(command(Feather.PLUS, text("scope.new"), connecting::describeNew));
        }
        all.add(command(Feather.SETTINGS, text("connections.title"), connecting::manage));
        all.add(command(Feather.FOLDER, text("exported.open"), incidents::choose));
        addAccess(all);
        addDemo(all);
        all.add(command(Feather.MAP, text("tour.begin"), tour::begin));
        addSettings(all);
        addConnections(all, open);
        all.add(command(Feather.INFO, text("about.open"), settings.about()));
        return all;
    }

    private void addSettings(List<Entry> all) {
        Theme theme = settings.theme();
        all.add(command(Feather.MOON, text("palette.theme"), theme::toggle));
        all.add(
                command(
                        Feather.EYE,
                        text("settings.contrast"),
                        () -> theme.setHighContrast(!theme.highContrastProperty().get())));
        for (Density density : Density.values()) {
            all.add(
                    command(
                            Feather.ALIGN_JUSTIFY,
                            text("palette.set", text("settings.density"), word("density", density)),
                            () -> theme.choose(density)));
        }
        for (Language language : Language.values()) {
            all.add(
                    command(
                            Feather.GLOBE,
                            text(
                                    "palette.set",
                                    text("settings.language"),
                                    word("language", language)),
                            () -> settings.tongue().choose(language)));
        }
    }

    private void addAccess(List<Entry> all) {
        Unlocking unlocking = connecting.unlocking();
        for (Profile profile : unlocking.locked()) {
            all.add(
                    command(
                            Feather.UNLOCK,
                            text("unlock.ask", named(profile)),
                            () -> unlocking.ask(profile)));
        }
        for (Unlock unlock : unlocking.unlocked()) {
            all.add(
                    command(
                            Feather.LOCK,
                            text("unlock.end", named(unlock.profile())),
                            () -> unlocking.lock(unlock)));
        }
    }

    private void addDemo(List<Entry> all) {
        switch (demo.phase().get()) {
            case DemoPhase.Off _, DemoPhase.Failed _ -> addStarts(all);
            case DemoPhase.Starting _, DemoPhase.Running _ ->
                    all.add(command(Feather.POWER, text("demo.stop"), demo::stop));
            case DemoPhase.Stopping _ -> {
                // It is on its way out already.
            }
        }
    }

    private void addStarts(List<Entry> all) {
        all.add(command(Feather.PLAY, text("demo.start"), () -> demo.start(DemoBroker.KAFKA)));
        if (DemoBroker.RABBITMQ.isInstalled()) {
            all.add(
                    command(
                            Feather.PLAY,
                            text("demo.start.rabbitmq"),
                            () -> demo.start(DemoBroker.RABBITMQ)));
        }
    }

    private void addConnections(List<Entry> all, List<Profile> open) {
        if (open.size() > 1) {
            all.add(
                    command(
                            Feather.LAYERS,
                            text("palette.all", open.size()),
                            () -> live.scopeProperty().set(new Scope.All())));
            for (Profile profile : open) {
                all.add(
                        command(
                                Feather.LAYERS,
                                text("palette.only", named(profile)),
                                () -> live.scopeProperty().set(new Scope.One(profile.id()))));
            }
        }
        for (Profile profile : open) {
            all.add(
                    command(
                            Feather.X,
                            text("palette.close", named(profile)),
                            () -> live.close(profile.id())));
        }
        connecting.saved().profiles().get().stream()
                .filter(profile -> open.stream().noneMatch(it -> it.id().equals(profile.id())))
                .forEach(
                        profile ->
                                all.add(
                                        command(
                                                Feather.LINK,
                                                text(
                                                        "scope.open",
                                                        profile.name(),
                                                        Looks.of(profile.environment()).text()),
                                                () -> connecting.open(profile))));
    }

    private static String named(Profile profile) {
        return text("scope.one", profile.name(), Looks.of(profile.environment()).text());
    }

    private static Entry command(Ikon icon, String title, Runnable run) {
        return new Entry(icon, title, text("palette.command"), true, run);
    }
}
