package dev.unknot.notification.delivery;

/** What a gateway made of one call. */
public sealed interface Delivery {
    /**
     * The gateway took the message over.
     *
     * @param gatewayId its name for the message
     */
    record Accepted(String gatewayId) implements Delivery {}

    /** It will never take this message, though it may take another to the same address; {@code code} is the gateway's own. */
    record Refused(String code) implements Delivery {}

    /** The address takes no such message, this one or another: a landline, a mailbox that is not there. */
    record Unreachable(String code) implements Delivery {}

    /** The recipient told the carrier to let nothing of ours through. */
    record OptedOut() implements Delivery {}

    /** It certainly did not take the message, and may later. */
    record NotNow(String code) implements Delivery {}

    /** It takes no message now, whoever it is for: out of reach, locked to us, or too slow. */
    record Away(String code) implements Delivery {}

    /** It was not given the message: by then somebody else might have sent it. */
    record KeptBack() implements Delivery {}

    /**
     * It did not take the message because of our account or settings, and may once an operator has mended them.
     *
     * @param forAll whether it takes none at all until then
     */
    record OurFault(String code, boolean forAll) implements Delivery {}

    /** Whether it took the message is not known. */
    record Unknown(String code) implements Delivery {}
}
