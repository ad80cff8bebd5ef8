/** The HTTP face of changes by the set. Each appointment is looked for among those the caller may see. */
@NullMarked
package dev.unknot.booking.bulk.web;

import org.jspecify.annotations.NullMarked;
