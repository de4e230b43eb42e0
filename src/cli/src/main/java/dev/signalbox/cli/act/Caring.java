package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.DurationConverter;
import dev.signalbox.core.gate.Caution;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How carefully a replay is to go.
final class Caring {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--rate", paramLabel = "COUNT")
    private @Nullable Integer rate;

    @Option(names = "--canary", paramLabel = "COUNT")
    private @Nullable Integer canary;

    @Option(names = "--stop-at", paramLabel = "PERCENT")
    private @Nullable Integer stopAt;

    @Option(names = "--at", paramLabel = "TIME")
    private @Nullable Instant at;

    @Option(names = "--follow", paramLabel = "DURATION", converter = DurationConverter.class)
    private Duration follow = Duration.ZERO;

    /// How long to look what becomes of the letters, once the replay has ended.
    Duration follow() {
        return follow;
    }

    /// @throws ParameterException for a number that makes no sense
    Caution caution() {
        try {
            return new Caution(of(rate), of(canary), of(stopAt), Optional.ofNullable(at));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(), e.getMessage(), e);
        }
    }

    private static OptionalInt of(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
