package dev.signalbox.core.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The texts of one module, from its resource bundle, in the language of the user.
///
/// A key that is missing is a bug; it shows as `!key!` rather than taking the screen down, and tests look for it.
public final class Texts {
    /// English is the bundle without a language in its name: whoever asks for English must not be given what the
    /// system speaks.
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundleName;
    private final ClassLoader loader;

    /// @param owner a class of the module that holds the bundle
    /// @param bundleName its full name, such as `dev.signalbox.kafka.texts`
    public Texts(Class<?> owner, String bundleName) {
        this.bundleName = bundleName;
        this.loader = owner.getClassLoader();
    }

    /// The text of a key, with `{0}`-style arguments filled in ([MessageFormat]).
    public String get(String key, Object... arguments) {
        Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            String pattern =
                    ResourceBundle.getBundle(bundleName, locale, loader, NO_OTHER_LANGUAGE)
                            .getString(key);
            return new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException e) {
            return "!" + key + "!";
        }
    }
}
