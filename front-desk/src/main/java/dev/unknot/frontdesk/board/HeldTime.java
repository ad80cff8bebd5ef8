package dev.unknot.frontdesk.board;

/**
 * A time that is kept while somebody looks for the client.
 *
 * @param own whether it is whoever looks at it, who may go on with the booking
 * @param until when it ends by itself, on the wall clock
 */
record HeldTime(boolean own, String until) {

    public String words() {
        return own ? "Held for you until " + until : "Being booked until " + until;
    }
}
