/** Where replies come in from the SMS gateway, and where staff read and settle them. Staff see those of their locations. */
@NullMarked
package dev.unknot.notification.reply.web;

import org.jspecify.annotations.NullMarked;
