package dev.unknot.notification.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A mail that knows whether the server asked for its text: it is written out only after the answer 354 to DATA. */
class WatchedMail extends MimeMessage {
    private volatile boolean askedFor;

    WatchedMail() {
        super((Session) null);
    }

    /** If not, the server certainly does not have it. */
    boolean askedFor() {
        return askedFor;
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        askedFor = true;
        super.writeTo(out, ignored);
    }
}
