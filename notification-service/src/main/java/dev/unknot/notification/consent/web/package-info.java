/** The HTTP face of consent, for staff. */
@NullMarked
package dev.unknot.notification.consent.web;

import org.jspecify.annotations.NullMarked;
