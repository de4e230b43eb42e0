package dev.signalbox.app.about;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.core.profile.Folders;

/// Shows what this program is.
public final class About implements Runnable {
    private final Folders folders;
    private final Background background;
    private final Modals modals;

    public About(Folders folders, Background background, Modals modals) {
        this.folders = folders;
        this.background = background;
        this.modals = modals;
    }

    @Override
    public void run() {
        AboutView view = new AboutView(Build.current(), folders, modals::close);
        Notices notices = Notices.ofPackage();
        notices.folder()
                .ifPresentOrElse(
                        folder ->
                                background.run(
                                        "notices",
                                        () -> Notices.read(folder),
                                        view::showNotices,
                                        view::showProblem),
                        view::showNone);
        modals.show(view);
    }
}
