/**
 * What a mail server, a telephone network and a letter carrier can take: email addresses, phone numbers, countries. Every
 * service that takes or uses one reads it here, so that what a desk may write down is what a message can be sent to.
 */
@NullMarked
package dev.unknot.common.contact;

import org.jspecify.annotations.NullMarked;
