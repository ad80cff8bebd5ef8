package dev.unknot.booking.availability;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A therapist, a client or a place in a room, and when it is taken: whoever reads sees it before or after an event. */
final class Resource {

    private final UUID id;
    private volatile Taken taken = Taken.NEVER;
    private boolean kept;
    private List<Board> boards = List.of();

    Resource(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    Taken taken() {
        return taken;
    }

    void become(Taken next) {
        taken = next;
    }

    /** From now on others refer to it, so that it stays though nothing is taken. */
    Resource keep() {
        kept = true;
        return this;
    }

    /** Those that show it, for who writes. */
    List<Board> boards() {
        return boards;
    }

    void isOn(Board board) {
        boards = Stream.concat(boards.stream(), Stream.of(board)).toList();
    }

    void isNoLongerOn(Board board) {
        boards = boards.stream().filter(other -> other != board).toList();
    }

    boolean superfluous() {
        return !kept && taken.isEmpty();
    }
}
