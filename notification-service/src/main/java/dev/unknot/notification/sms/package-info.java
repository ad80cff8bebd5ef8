/** SMS through Twilio's HTTP API or whatever speaks it. Also knows how that gateway signs its webhooks. */
@NullMarked
package dev.unknot.notification.sms;

import org.jspecify.annotations.NullMarked;
