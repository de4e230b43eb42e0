package dev.signalbox.app;

import dev.signalbox.app.about.About;
import dev.signalbox.app.action.ActionDialogs;
import dev.signalbox.app.action.Following;
import dev.signalbox.app.action.Runs;
import dev.signalbox.app.alerts.AlertBell;
import dev.signalbox.app.alerts.AlertCenter;
import dev.signalbox.app.alerts.Delivery;
import dev.signalbox.app.alerts.DesktopNotes;
import dev.signalbox.app.browse.BrowseView;
import dev.signalbox.app.browse.BrowseViewModel;
import dev.signalbox.app.connect.Connecting;
import dev.signalbox.app.connect.SavedProfiles;
import dev.signalbox.app.connect.Unlocking;
import dev.signalbox.app.consumers.ConsumersFeature;
import dev.signalbox.app.consumers.ConsumersViewModel;
import dev.signalbox.app.deadletters.CauseMarks;
import dev.signalbox.app.deadletters.DeadLettersFeature;
import dev.signalbox.app.deadletters.DeadLettersViewModel;
import dev.signalbox.app.deadletters.LetterReader;
import dev.signalbox.app.demo.DemoFeature;
import dev.signalbox.app.demo.DemoSession;
import dev.signalbox.app.demo.DemoViewModel;
import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.FxThread;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.incident.Incidents;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.messages.Imports;
import dev.signalbox.app.messages.Transfer;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.operations.OperationsFeature;
import dev.signalbox.app.operations.OperationsViewModel;
import dev.signalbox.app.overview.OverviewFeature;
import dev.signalbox.app.overview.OverviewViewModel;
import dev.signalbox.app.palette.Palette;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.queues.QueuesFeature;
import dev.signalbox.app.queues.QueuesViewModel;
import dev.signalbox.app.servers.ServersFeature;
import dev.signalbox.app.servers.ServersViewModel;
import dev.signalbox.app.shell.Closing;
import dev.signalbox.app.shell.CrashDialog;
import dev.signalbox.app.shell.Keys;
import dev.signalbox.app.shell.Settings;
import dev.signalbox.app.shell.Shell;
import dev.signalbox.app.shell.Theme;
import dev.signalbox.app.shell.Tongue;
import dev.signalbox.app.tour.Tour;
import dev.signalbox.app.tour.TourBar;
import dev.signalbox.app.transactions.TransactionsFeature;
import dev.signalbox.app.transactions.TransactionsViewModel;
import dev.signalbox.app.welcome.WelcomeView;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.demo.DemoEvent;
import dev.signalbox.core.demo.DemoHome;
import dev.signalbox.core.demo.DemoProcess;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.SecretReferences;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;

/// Builds the window's graph: the one place that knows all the parts. On the FX thread.
public final class Composition {
    private static final double ORDERS_PER_SECOND = 4;

    private final FxThread fx = new FxThread();
    private final Background background = new Background(fx);
    private final Services services;
    private final Preferences preferences;
    private final Theme theme;
    private final Shell shell;
    private final Live live;
    private final SavedProfiles saved;
    private final DemoSession demo;
    private final Runs runs;
    private final Imports imports;
    private final Actions actions;
    private final Frame frame;
    private final Closing closing;
    private final Remembering remembering;
    private final Tongue tongue;
    private final Settings settings;
    private final Incidents incidents;
    private final Commands commands;
    private final AlertCenter alerts;
    private final Tour tour;
    private final Connecting connecting;
    private Palette palette;

    public Composition(Services services, Preferences preferences) {
        this.services = services;
        this.preferences = preferences;
        Ticker ticker = new Ticker(services.clock());
        ticker.start();
        tongue = new Tongue(preferences);
        theme = new Theme(preferences);
        shell = new Shell();
        live = new Live(services.connections(), services.unlocks()::of, ticker, fx);
        saved = new SavedProfiles(services.profiles(), services.adapters(), background);
        Path demoFolder = services.folders().data().resolve("demo");
        demo =
                new DemoSession(
                        demoFolder,
                        (broker, heard) -> launch(demoFolder, broker, heard),
                        background,
                        fx,
                        live);
        runs = new Runs(services.actions(), fx);
        Following.start(services.actions(), runs, background, live.now());
        imports = new Imports(services.folders().data().resolve("imports"), services.clock());
        actions =
                new ActionDialogs(
                        services.actions(), runs, live, background, shell, shell, preferences);
        remembering = new Remembering(live, preferences);
        frame = new Frame(live, shell, actions, shell, preferences);
        closing = new Closing(runs, demo, shell);
        connecting =
                new Connecting(
                        saved,
                        services.adapters(),
                        new Connecting.Means(
                                background,
                                new SecretReferences(System.getenv(), services.secrets())::resolve,
                                services.secrets(),
                                new Unlocking(services.unlocks(), live, background, shell)),
                        live,
                        shell,
                        shell);
        alerts =
                new AlertCenter(
                        services.connections(),
                        services.clock(),
                        fx,
                        new Delivery(
                                new SecretReferences(System.getenv(), services.secrets())::resolve,
                                new DesktopNotes(System.getProperty("os.name", ""))));
        settings = new Settings(theme, tongue, new About(services.folders(), background, shell));
        incidents = new Incidents(live, actions, background, shell, shell, preferences);
        tour = new Tour(demo, runs, live, preferences);
        commands = new Commands(live, connecting, demo, settings, incidents, tour);
        palette = furnish();
        tongue.languageProperty().subscribe((_, _) -> palette = furnish());
    }

    /// Everything that shows texts, made in the language that is spoken now. Connections, runs and the demo are not
    /// touched.
    private Palette furnish() {
        List<Feature> features = features();
        shell.furnish(
                live,
                settings,
                connecting,
                features,
                new WelcomeView(connecting, demo),
                new AlertBell(alerts, live, connecting, shell, shell),
                new TourBar(tour, shell));
        return new Palette(features, commands::all, frame);
    }

    private static DemoProcess launch(Path folder, DemoBroker broker, Consumer<DemoEvent> heard)
            throws ConnectorException {
        return DemoProcess.start(DemoHome.find(), folder, broker, ORDERS_PER_SECOND, heard);
    }

    /// The screens, in the order of the sidebar. A new one is a package and a line here.
    private List<Feature> features() {
        return List.of(
                new OverviewFeature(new OverviewViewModel(live), frame),
                new QueuesFeature(
                        new QueuesViewModel(
                                live,
                                services.connections(),
                                background,
                                new Transfer(imports, background, actions)),
                        () ->
                                new BrowseView(
                                        new BrowseViewModel(services.connections(), background),
                                        services.clock().instant(),
                                        preferences),
                        frame),
                new ConsumersFeature(
                        new ConsumersViewModel(live, services.connections(), background), frame),
                new DeadLettersFeature(
                        new DeadLettersViewModel(
                                live,
                                new LetterReader(services.connections(), services.replays()),
                                new CauseMarks(services.causeNotes(), background, services.clock()),
                                background,
                                actions,
                                imports,
                                runs),
                        frame),
                new TransactionsFeature(new TransactionsViewModel(live, actions), frame),
                new OperationsFeature(
                        new OperationsViewModel(
                                live,
                                runs,
                                new OperationsViewModel.Records(
                                        services.audit(), services.backups(), services.actions()),
                                background,
                                actions),
                        frame),
                new ServersFeature(
                        new ServersViewModel(live, services.connections(), background), frame),
                new DemoFeature(new DemoViewModel(demo, live, background), frame));
    }

    /// The scene of the main window.
    public Scene scene() {
        Scene scene = new Scene(shell, 1280, 800);
        theme.dress(scene);
        Keys.install(scene, shell, live, theme, new Keys.Opens(() -> palette.open(), tour::begin));
        return scene;
    }

    /// What stands between the operator's wish to close the window and its end.
    public Closing closing() {
        return closing;
    }

    public CrashDialog crashes() {
        return new CrashDialog(fx, theme, services.connections()::withoutSecrets);
    }

    /// Reads the saved connections and does what the command line asked for. Asked for nothing, it opens what was
    /// open when the window was closed.
    public void begin(Arguments arguments) {
        saved.load(profiles -> begin(arguments, profiles));
        if (arguments.demo()) {
            demo.start(arguments.broker());
        }
    }

    /// Makes every screen once, so that the installer sees what it takes to open each.
    public void rehearse() {
        features().forEach(Feature::view);
    }

    /// The window is there. What is put above it before is never seen.
    public void shown(Arguments arguments) {
        arguments.file().ifPresent(incidents::open);
    }

    private void begin(Arguments arguments, List<Profile> profiles) {
        if (arguments.profile().isPresent()) {
            profiles.stream()
                    .filter(it -> arguments.profile().get().equals(it.id()))
                    .findFirst()
                    .ifPresent(connecting::open);
        } else if (!arguments.demo()) {
            connecting.whenReadable(
                    remembering.wanted(profiles), () -> remembering.openAgain(profiles));
            remembering.begin(() -> saved.profiles().get());
        }
    }

    public Preferences preferences() {
        return preferences;
    }

    public Shell shell() {
        return shell;
    }

    public Connecting connecting() {
        return connecting;
    }

    public Actions actions() {
        return actions;
    }

    public Theme theme() {
        return theme;
    }

    public Tongue tongue() {
        return tongue;
    }

    public Live live() {
        return live;
    }

    /// The window is gone: what is closed from now on is closed because of that.
    public void leave() {
        remembering.end();
    }

    /// Lets go of everything. Blocks until the demo has stopped; not for the FX thread.
    public void end() {
        demo.end();
        services.connections().close();
        imports.close();
        preferences.flush();
    }
}
