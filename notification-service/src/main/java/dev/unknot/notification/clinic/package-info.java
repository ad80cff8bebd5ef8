/** What a text says about the clinic: names of locations, treatments and therapists, addresses and zones. Kept from the owners' snapshots. */
@NullMarked
package dev.unknot.notification.clinic;

import org.jspecify.annotations.NullMarked;
