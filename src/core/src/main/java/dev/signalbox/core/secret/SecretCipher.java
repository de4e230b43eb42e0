package dev.signalbox.core.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts with a key that is made from a password: PBKDF2 with HMAC-SHA-256 (RFC 8018), AES-256 in GCM (NIST SP
/// 800-38D). Salt and rounds are authenticated with what is encrypted.
final class SecretCipher {
    /// What OWASP asks for PBKDF2 with HMAC-SHA-256; about a third of a second.
    static final int ROUNDS = 600_000;

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final int rounds;
    private final SecretKeySpec key;

    /// @param rounds of a file may be anything; too few are as bad as too many
    SecretCipher(char[] password, byte[] salt, int rounds) throws GeneralSecurityException {
        if (rounds < 1_000 || rounds > 100_000_000) {
            throw new GeneralSecurityException("rounds: " + rounds);
        }
        this.salt = salt.clone();
        this.rounds = rounds;
        PBEKeySpec from = new PBEKeySpec(password, salt, rounds, 256);
        try {
            byte[] made =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(from)
                            .getEncoded();
            key = new SecretKeySpec(made, "AES");
            Arrays.fill(made, (byte) 0);
        } finally {
            from.clearPassword();
        }
    }

    static byte[] newSalt() {
        return random(SALT_BYTES);
    }

    byte[] salt() {
        return salt.clone();
    }

    int rounds() {
        return rounds;
    }

    boolean isFor(byte[] otherSalt, int otherRounds) {
        return Arrays.equals(salt, otherSalt) && rounds == otherRounds;
    }

    /// The nonce, then what is encrypted. A nonce is never used twice.
    byte[] encrypt(byte[] plain) throws GeneralSecurityException {
        byte[] nonce = random(NONCE_BYTES);
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
        byte[] all = Arrays.copyOf(nonce, nonce.length + encrypted.length);
        System.arraycopy(encrypted, 0, all, nonce.length, encrypted.length);
        return all;
    }

    /// @throws AEADBadTagException when the password is not the one, or the file was changed
    byte[] decrypt(byte[] all) throws GeneralSecurityException {
        if (all.length < NONCE_BYTES) {
            throw new AEADBadTagException("too short");
        }
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce)
                .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("signalbox-secrets 1 " + rounds + " ").getBytes(UTF_8));
        cipher.updateAAD(salt);
        return cipher;
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
