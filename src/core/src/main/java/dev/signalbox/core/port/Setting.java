package dev.signalbox.core.port;

/// One field of a profile, as its adapter describes it.
///
/// @param key in [dev.signalbox.core.profile.Profile#settings()]
/// @param label for people
/// @param example what it looks like
public record Setting(String key, String label, String example, boolean required, boolean secret) {}
