package dev.signalbox.app.alerts;

import java.awt.AWTException;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.net.URL;
import java.util.Optional;

/// Shows a notification by the JDK's own icon beside the clock: what Windows has instead of a command. The icon is there
/// only as long as the notification takes.
final class TrayNotes {
    private static final long SHOWN_MILLIS = 8_000;

    private TrayNotes() {}

    /// Blocks until the notification has been there for a while.
    ///
    /// @return whether there was a place to show it
    static boolean show(Optional<URL> icon, String title, String words)
            throws InterruptedException {
        if (!SystemTray.isSupported() || icon.isEmpty()) {
            return false;
        }
        SystemTray tray = SystemTray.getSystemTray();
        TrayIcon shown = new TrayIcon(Toolkit.getDefaultToolkit().getImage(icon.get()), title);
        shown.setImageAutoSize(true);
        try {
            tray.add(shown);
            shown.displayMessage(title, words, TrayIcon.MessageType.WARNING);
            Thread.sleep(SHOWN_MILLIS);
            return true;
        } catch (AWTException noTray) {
            return false;
        } finally {
            tray.remove(shown);
        }
    }
}
