package dev.signalbox.core.audit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Whether the audit is as it was written.
///
/// Every line carries the hash of all lines before it, so that none can be changed, removed or put in between without
/// every later one being written anew. Cutting off the end leaves no trace in the file: whoever wants to know of that
/// too keeps a `head` elsewhere, and asks for it.
///
/// @param lines in the file
/// @param legacy lines at its beginning from before there was a chain; from the first line of the chain on they are
///     covered too
/// @param torn numbers of lines that were cut off by a crash and are covered as they are; the first hundred
/// @param brokenAt number of the first line that does not follow from those before it
/// @param head stands for all lines up to the end, or up to the broken one
/// @param known whether the head that was asked for was found on the way; empty where none was asked for
public record AuditCheck(
        long lines,
        long legacy,
        List<Long> torn,
        OptionalLong brokenAt,
        String head,
        Optional<Boolean> known) {
    public AuditCheck {
        torn = List.copyOf(torn);
    }

    public boolean isIntact() {
        return brokenAt.isEmpty() && known.orElse(true);
    }
}
