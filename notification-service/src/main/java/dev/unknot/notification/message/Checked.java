package dev.unknot.notification.message;

import dev.unknot.notification.contact.Contact;
import dev.unknot.notification.visit.Visit;

/** A message by itself, looked at right before it is sent. */
sealed interface Checked {
    /** It can go out, alone or with others. */
    record Ready(Message message, Visit visit, Contact contact, String address, Said said) implements Checked {
        /** Without the person, since this ends up in logs. */
        @Override
        public String toString() {
            return "Ready[" + message.id() + "]";
        }
    }

    record Not(Verdict verdict) implements Checked {}

    static Checked later() {
        return new Not(new Verdict.Wait());
    }
}
