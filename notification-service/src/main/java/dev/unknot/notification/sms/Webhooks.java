package dev.unknot.notification.sms;

/**
 * How the gateway signs each kind of call it makes to us.
 *
 * @param inbound with what a client has sent
 * @param status with what became of a message
 */
public record Webhooks(WebhookSignature inbound, WebhookSignature status) {}
