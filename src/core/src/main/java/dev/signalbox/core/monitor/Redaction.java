package dev.signalbox.core.monitor;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Takes the secrets of one connection out of what is told about it: a client may quote a setting it does not like, and
/// what is told is shown, logged and audited.
record Redaction(List<String> secrets) {
    /// Shorter ones would take parts out of ordinary words.
    private static final int SHORTEST = 4;

    private static final String INSTEAD = "***";

    Redaction(Collection<String> secrets) {
        // The longer one first: it may contain the shorter one.
        this(
                secrets.stream()
                        .filter(secret -> secret.length() >= SHORTEST)
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
            told = told.replace(secret, INSTEAD);
        }
        return told;
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
