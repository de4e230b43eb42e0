package dev.signalbox.seata.action;

import dev.signalbox.seata.action.Evidence.Look;

/// What may be said about a request to end a transaction. Success is what the coordinator has confirmed, nothing
/// else.
enum Verdict {
    /// The coordinator says so.
    DONE,
    /// It took the transaction off its list on the way that was asked for. It does that with what has ended
    /// well; what failed stays listed (seen in 1.5 to 2.6).
    CLEARED,
    /// No verdict yet.
    OPEN,
    /// It has given up, or was stopped.
    FAILED,
    /// The transaction went the other way: somebody was faster, or its time-out was.
    OVERTAKEN,
    /// It had ended before the request arrived; how, is not known.
    ENDED_BEFORE,
    /// The coordinator could not do it, and the transaction runs on.
    REFUSED,
    /// There is no answer and no trace.
    UNKNOWN;

    static Verdict of(Ending ending, Evidence evidence) {
        return switch (evidence.look()) {
            case Look.Listed listed -> listed(ending, evidence, listed.course());
            case Look.NotListed _ -> notListed(ending, evidence);
            case Look.Unreadable _ -> evidence.answer().map(a -> answered(ending, a)).orElse(OPEN);
        };
    }

    private static Verdict listed(Ending ending, Evidence evidence, Course course) {
        if (course == Course.RUNNING || course == Course.GONE) {
            // What is listed may be older than the answer.
            return evidence.answer()
                    .map(answer -> answered(ending, answer))
                    .filter(verdict -> verdict == OVERTAKEN || verdict == REFUSED)
                    .orElse(OPEN);
        }
        if (course == Course.under(ending)) {
            boolean confirmed = evidence.answer().filter(Course.after(ending)::equals).isPresent();
            return confirmed ? DONE : OPEN;
        }
        return answered(ending, course);
    }

    private static Verdict notListed(Ending ending, Evidence evidence) {
        if (evidence.answer().isPresent()) {
            return switch (answered(ending, evidence.answer().get())) {
                case OPEN -> CLEARED;
                // It ran on, and has ended since.
                case REFUSED -> UNKNOWN;
                case Verdict other -> other;
            };
        }
        if (evidence.seenUnderWay()) {
            return CLEARED;
        }
        return evidence.lost() ? UNKNOWN : OPEN;
    }

    /// What the coordinator's word alone says.
    private static Verdict answered(Ending ending, Course course) {
        if (course == Course.after(ending)) {
            return DONE;
        }
        if (course == Course.under(ending)) {
            return OPEN;
        }
        if (course == Course.failed(ending) || course == Course.HALTED) {
            return FAILED;
        }
        if (course == Course.GONE) {
            return ENDED_BEFORE;
        }
        return course == Course.RUNNING ? REFUSED : OVERTAKEN;
    }
}
