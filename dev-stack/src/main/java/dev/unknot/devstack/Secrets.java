package dev.unknot.devstack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** Secrets of this stack alone, drawn on its first start and kept with its data. */
record Secrets(String tokenKeySecret, String smsAccount, String smsToken, String clientSecret, String linkSecret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets in(Path home) {
        Path file = home.resolve("secrets.properties");
        try {
            Properties kept = new Properties();
            if (Files.exists(file)) {
                try (Reader in = Files.newBufferedReader(file)) {
                    kept.load(in);
                }
            }
            if (drawMissing(kept)) {
                write(file, kept);
            }
            return new Secrets(
                    kept.getProperty("token-key-secret"),
                    kept.getProperty("sms-account"),
                    kept.getProperty("sms-token"),
                    kept.getProperty("client-secret"),
                    kept.getProperty("link-secret"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep secrets in " + file, e);
        }
    }

    /** A system of an earlier day knows fewer. */
    private static boolean drawMissing(Properties kept) {
        Properties drawn = new Properties();
        drawn.setProperty("token-key-secret", Base64.getEncoder().encodeToString(random(32)));
        drawn.setProperty("sms-account", "AC" + HexFormat.of().formatHex(random(16)));
        drawn.setProperty("sms-token", HexFormat.of().formatHex(random(16)));
        drawn.setProperty("client-secret", HexFormat.of().formatHex(random(16)));
        drawn.setProperty("link-secret", Base64.getEncoder().encodeToString(random(32)));
        drawn.keySet().removeAll(kept.keySet());
        kept.putAll(drawn);
        return !drawn.isEmpty();
    }

    private static void write(Path file, Properties secrets) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "secrets",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(unfinished)) {
            secrets.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
