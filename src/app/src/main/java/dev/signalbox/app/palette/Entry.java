package dev.signalbox.app.palette;

import org.kordamp.ikonli.Ikon;

/// One thing to go to or to do.
///
/// @param title what is typed to find it
/// @param detail where it is or what it is; searched as well
/// @param always whether it is listed before anything is typed
public record Entry(Ikon icon, String title, String detail, boolean always, Runnable run) {}
