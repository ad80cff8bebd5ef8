/** The HTTP face of clients. Any front desk finds a client by their exact phone or email. */
@NullMarked
package dev.unknot.booking.client.web;

import org.jspecify.annotations.NullMarked;
