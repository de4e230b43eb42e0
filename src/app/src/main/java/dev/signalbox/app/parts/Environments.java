package dev.signalbox.app.parts;

import dev.signalbox.core.profile.Environment;
import java.util.Locale;

/// The colour of an environment, as a class in the stylesheet.
public final class Environments {
    private Environments() {}

    public static String styleClass(Environment environment) {
        return "environment-" + environment.name().toLowerCase(Locale.ROOT);
    }
}
