package dev.signalbox.core.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Goes through the chain from the first line on.
final class AuditVerification {
    private static final int TORN_TOLD = 100;

    private final Optional<String> wanted;
    private final List<Long> torn = new ArrayList<>();
    private AuditHash head = AuditHash.NOTHING;
    private OptionalLong brokenAt = OptionalLong.empty();
    private boolean chained;
    private boolean found;
    private long lines;
    private long legacy;

    private AuditVerification(Optional<String> wanted) {
        this.wanted = wanted;
        this.found = wanted.equals(Optional.of(head.hex()));
    }

    /// @param wanted a head that was noted elsewhere
    static AuditCheck of(AuditFile file, Optional<String> wanted) throws IOException {
        AuditVerification verification = new AuditVerification(wanted);
        file.forEach(verification::line);
        return verification.result();
    }

    private boolean line(byte[] line) {
        lines++;
        Optional<AuditLine> read = AuditLine.parse(line);
        if (read.isEmpty()) {
            if (torn.size() < TORN_TOLD) {
                torn.add(lines);
            }
        } else if (read.get().previous().isEmpty()) {
            if (chained) {
                brokenAt = OptionalLong.of(lines);
                return false;
            }
            legacy++;
        } else {
            chained = true;
            if (!read.get().previous().get().equals(head)) {
                brokenAt = OptionalLong.of(lines);
                return false;
            }
        }
        head = head.then(line);
        found |= wanted.equals(Optional.of(head.hex()));
        return true;
    }

    private AuditCheck result() {
        return new AuditCheck(lines, legacy, torn, brokenAt, head.hex(), wanted.map(_ -> found));
    }
}
