package dev.unknot.booking.appointment;

/** What a request calls the fields that a refusal may name. */
record Fields(String client, String therapist) {

    static final Fields OF_BOOKING = new Fields("participants[0].clientId", "participants[0].therapistId");

    static final Fields OF_HOLD = new Fields("clientId", "therapistId");

    /** Whom it is for is settled; at fault is the time. */
    static final Fields OF_MOVE = new Fields("start", "therapistId");
}
