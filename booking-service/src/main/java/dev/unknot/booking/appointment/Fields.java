package dev.unknot.booking.appointment;

/** What a request calls the fields that a refusal may name; {@code %d} stands for a participant's position. */
record Fields(String client, String therapist) {

    static final Fields OF_BOOKING = new Fields("participants[%d].clientId", "participants[%d].therapistId");

    static final Fields OF_HOLD = new Fields("clientId", "therapistId");

    /** Whom it is for is settled; at fault is the time. */
    static final Fields OF_MOVE = new Fields("start", "therapistId");

    static final Fields OF_MOVE_OF_SEVERAL = new Fields("start", "therapists[%d]");

    String client(int seat) {
        return client.formatted(seat);
    }

    String therapist(int seat) {
        return therapist.formatted(seat);
    }
}
