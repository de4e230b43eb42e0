package dev.signalbox.app.nav;

/// Goes to another screen.
public interface Navigator {
    void show(FeatureId feature);

    /// The same, with one thing selected there.
    void show(FeatureId feature, Focus focus);
}
