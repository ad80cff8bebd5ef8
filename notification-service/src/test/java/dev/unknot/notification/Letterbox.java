package dev.unknot.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a mail as its recipient does. */
public final class Letterbox {
    private Letterbox() {}

    public static String text(Part mail) {
        return part(mail, "text/plain");
    }

    /** The first part of that type. */
    public static String part(Part mail, String type) {
        try {
            for (Part part : parts(mail)) {
                if (part.isMimeType(type)) {
                    return read(part.getContent()).replace("\r\n", "\n");
                }
            }
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new AssertionError("the mail has no part of type " + type);
    }

    private static String read(Object content) throws IOException {
        return content instanceof InputStream bytes
                ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                : content.toString();
    }

    private static List<Part> parts(Part mail) throws MessagingException, IOException {
        if (!(mail.getContent() instanceof Multipart parts)) {
            return List.of(mail);
        }
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            all.addAll(parts(part));
        }
        return all;
    }
}
