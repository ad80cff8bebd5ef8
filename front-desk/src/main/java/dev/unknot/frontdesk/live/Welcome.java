package dev.unknot.frontdesk.live;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What becomes of a browser that wants to be kept up to date. */
public sealed interface Welcome {

    record In(SseEmitter stream) implements Welcome {}

    /** Its account has as many streams as one may have. */
    record TooManyOfAccount() implements Welcome {}

    /** The instance has as many as it bears, or is about to stop. */
    record Full() implements Welcome {}
}
