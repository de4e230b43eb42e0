package dev.signalbox.app.nav;

/// The one thing a screen is to show.
///
/// @param profileId the connection it is on
/// @param subject its name there: destination, group, XID
public record Focus(String profileId, String subject) {}
