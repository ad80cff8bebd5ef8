/** The pages behind a client's link. What they show is read by GET, which changes nothing; what they do is a POST with a sealed form. */
@NullMarked
package dev.unknot.frontdesk.visit.web;

import org.jspecify.annotations.NullMarked;
