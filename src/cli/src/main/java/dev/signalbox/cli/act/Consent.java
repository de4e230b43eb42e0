package dev.signalbox.cli.act;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the operator says yes beforehand.
final class Consent {
    @Option(names = "--plan")
    private boolean planOnly;

    @Option(names = "--yes")
    private boolean yes;

    @Option(names = "--confirm-name", paramLabel = "NAME")
    private @Nullable String name;

    boolean isPlanOnly() {
        return planOnly;
    }

    boolean isYes() {
        return yes;
    }

    /// The target's name, typed out.
    Optional<String> name() {
        return Optional.ofNullable(name);
    }
}
