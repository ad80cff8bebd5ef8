package dev.unknot.frontdesk.board;

/** How a form says which treatment in which length: {@code id:minutes}; empty for none. */
final class OfferChoice {

    static final String FORM = "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}:[0-9]{1,3}";

    static final String EXPECTATION = "must be a treatment and its minutes";

    private OfferChoice() {}
}
