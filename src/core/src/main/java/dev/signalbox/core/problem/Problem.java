package dev.signalbox.core.problem;

import java.util.Objects;

/// What failed, on what, and what to do about it, in the operator's language.
///
/// @param summary one sentence: what failed and on what; no secrets
/// @param remedy one sentence: what to do; may be empty
/// @param details technical text for a bug report; may be empty; no secrets
public record Problem(ProblemKind kind, String summary, String remedy, String details) {
    public Problem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(remedy);
        Objects.requireNonNull(details);
    }

    public Problem(ProblemKind kind, String summary, String remedy) {
        this(kind, summary, remedy, "");
    }
}
