package dev.unknot.notification.message;

/** Said inside this instance, so that its dispatcher looks as soon as the plan is committed. */
record MessagesPlanned() {}
