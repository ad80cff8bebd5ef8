/** The SMS gateway's webhook. Only what the gateway signed gets in. */
@NullMarked
package dev.unknot.notification.consent.web;

import org.jspecify.annotations.NullMarked;
