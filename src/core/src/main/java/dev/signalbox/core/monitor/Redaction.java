package dev.signalbox.core.monitor;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Takes the secrets of one connection out of what is told about it: a client may quote a setting it does not like, and
/// what is told is shown, logged and audited.
record Redaction(List<String> secrets) {
    /// Shorter ones are taken out only where they stand by themselves: not as parts of ordinary words.
    private static final int SHORTEST_PART = 4;

    private static final String INSTEAD = "***";

    Redaction(Collection<String> secrets) {
        // The longer one first: it may contain the shorter one.
        this(
                secrets.stream()
                        .filter(secret -> !secret.isBlank())
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList());
    }

    Redaction {
        secrets = List.copyOf(secrets);
    }

    boolean isEmpty() {
        return secrets.isEmpty();
    }

    String of(String words) {
        String told = words;
        for (String secret : secrets) {
            told =
                    secret.length() >= SHORTEST_PART
                            ? told.replace(secret, INSTEAD)
                            : alone(secret).matcher(told).replaceAll(INSTEAD);
        }
        return told;
    }

    private static Pattern alone(String secret) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])");
    }

    Problem of(Problem problem) {
        return new Problem(
                problem.kind(), of(problem.summary()), of(problem.remedy()), of(problem.details()));
    }

    /// The causes are left out: their messages are what the client said.
    ConnectorException of(ConnectorException failure) {
        ConnectorException told = new ConnectorException(of(failure.problem()));
        told.setStackTrace(failure.getStackTrace());
        return told;
    }
}
