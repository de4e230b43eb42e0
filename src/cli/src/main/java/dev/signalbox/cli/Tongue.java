package dev.signalbox.cli;

import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.text.Language;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// In which language the command speaks: the one asked for on the command line, else the one of the environment.
final class Tongue {
    static final String OPTION = "--lang";

    private Tongue() {}

    /// To be settled before the commands are made: their descriptions are read then. What is no language is refused
    /// later, with all the other wrong input.
    static Language of(Map<String, String> environment, String... arguments) {
        return asked(arguments).flatMap(Language::of).orElseGet(() -> Language.of(environment));
    }

    private static Optional<String> asked(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return Optional.of(arguments[i].substring(OPTION.length() + 1));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    /// Of an option's value.
    static final class Converter implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return Language.of(value)
                    .orElseThrow(
                            () -> new TypeConversionException(Words.get("wrong.language", value)));
        }
    }
}
