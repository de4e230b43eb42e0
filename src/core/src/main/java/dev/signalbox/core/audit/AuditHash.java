package dev.signalbox.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What stands for everything in the audit up to one line: the SHA-256 of what stood for all before it, and of the line.
record AuditHash(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /// Before the first line.
    static final AuditHash NOTHING = new AuditHash("0".repeat(64));

    AuditHash {
        if (!isHash(hex)) {
            throw new IllegalArgumentException("not a hash: " + hex);
        }
    }

    static boolean isHash(String text) {
        return HEX.matcher(text).matches();
    }

    /// @param line without its end
    AuditHash then(byte[] line) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hex.getBytes(StandardCharsets.US_ASCII));
            return new AuditHash(HexFormat.of().formatHex(digest.digest(line)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
