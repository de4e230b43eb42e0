package dev.signalbox.demo.supervisor;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Passwords and tokens of one demo.
final class Secret {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
