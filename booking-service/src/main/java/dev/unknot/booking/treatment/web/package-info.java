/** The HTTP face of treatments. Owners and managers change them, everyone reads them. */
@NullMarked
package dev.unknot.booking.treatment.web;

import org.jspecify.annotations.NullMarked;
