package dev.unknot.frontdesk.signingkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Encrypts keys for the database (AES-256-GCM, NIST SP 800-38D), each bound to its id so that rows cannot be swapped. */
@Component
public class KeyVault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec secret;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    KeyVault(SigningKeySettings settings) {
        this(settings.aesKey());
    }

    KeyVault(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "AES");
    }

    /** Nonce, then ciphertext and tag. */
    public byte[] close(String id, String key) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, id, nonce).doFinal(key.getBytes(UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE + closed.length);
            System.arraycopy(closed, 0, all, NONCE, closed.length);
            return all;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(id + " cannot be encrypted", failure);
        }
    }

    /** Fails where the row was changed or another secret closed it. */
    public String open(String id, byte[] closed) {
        try {
            byte[] nonce = Arrays.copyOf(closed, NONCE);
            return new String(
                    cipher(Cipher.DECRYPT_MODE, id, nonce).doFinal(closed, NONCE, closed.length - NONCE), UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    id + " cannot be read: it was encrypted with another UNKNOT_TOKENS_KEY_SECRET", failure);
        }
    }

    private Cipher cipher(int mode, String id, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(UTF_8));
        return cipher;
    }
}
