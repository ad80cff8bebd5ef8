package dev.unknot.platform.event;

/** Says who is acting now, as {@code role:subject} or {@code service:name}; never a person's name. */
public interface ActorSource {

    String current();
}
