package dev.unknot.booking.slot.web;

import dev.unknot.platform.openapi.Refuses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a search itself, and of what explains it. */
@Refuses({
    "403 slots-not-yours waiver-not-allowed",
    "404 not-found",
    "422 add-on-lengths-differ add-on-twice hours-empty minutes-not-offered range-empty range-too-long",
    "422 unknown-add-on unknown-location unknown-therapist unknown-treatment waiver-not-allowed",
    "429 too-many-at-once",
    "503 not-ready overloaded"
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface RefusesSearches {}
