/** How each client is reached, as booking-service last announced it. An erased client has no row here. */
@NullMarked
package dev.unknot.notification.contact;

import org.jspecify.annotations.NullMarked;
