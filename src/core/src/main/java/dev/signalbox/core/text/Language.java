package dev.signalbox.core.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The languages the product speaks.
public enum Language {
    /// The one the operating system is set to; English where that is neither of the others.
    SYSTEM("system"),
    ENGLISH("en"),
    CHINESE("zh");

    /// As they were before anybody chose.
    private static final Locale SYSTEM_LOCALE = Locale.getDefault();

    private static final Locale SYSTEM_DISPLAY = Locale.getDefault(Locale.Category.DISPLAY);
    private static final Locale SYSTEM_FORMAT = Locale.getDefault(Locale.Category.FORMAT);

    /// Where the environment says it, the first that is set.
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// How it is written in a file or on a command line: `system`, `en` or `zh`.
    public String tag() {
        return tag;
    }

    /// The language of a tag such as `zh`, `zh-CN` or `zh_CN.UTF-8`.
    public static Optional<Language> of(String tag) {
        String first = tag.toLowerCase(Locale.ROOT).split("[-_.@]", 2)[0];
        for (Language language : values()) {
            if (language.tag.equals(first)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /// What the environment asks for. Java does not hear of a locale that is not installed, and a language needs none.
    public static Language of(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(name -> Objects.toString(environment.get(name), ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .flatMap(Language::of)
                .orElse(SYSTEM);
    }

    /// From now on all texts are in this language, and figures are written as it does: as the system does, where that
    /// speaks the language.
    public void speak() {
        if (this == SYSTEM) {
            Locale.setDefault(SYSTEM_LOCALE);
            Locale.setDefault(Locale.Category.DISPLAY, SYSTEM_DISPLAY);
            Locale.setDefault(Locale.Category.FORMAT, SYSTEM_FORMAT);
            return;
        }
        Locale locale = this == CHINESE ? Locale.SIMPLIFIED_CHINESE : Locale.US;
        Locale.setDefault(locale);
        if (SYSTEM_FORMAT.getLanguage().equals(locale.getLanguage())) {
            Locale.setDefault(Locale.Category.FORMAT, SYSTEM_FORMAT);
        }
    }

    /// The one that is spoken now.
    public static Language spoken() {
        return CHINESE.tag.equals(Locale.getDefault(Locale.Category.DISPLAY).getLanguage())
                ? CHINESE
                : ENGLISH;
    }
}
