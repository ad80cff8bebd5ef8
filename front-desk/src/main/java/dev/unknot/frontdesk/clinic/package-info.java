/** The clinic's services as the front desk calls them: one interface per noun, each call in somebody's name. What a service refuses becomes a {@link dev.unknot.frontdesk.clinic.Refused} that pages show in its words. */
@NullMarked
package dev.unknot.frontdesk.clinic;

import org.jspecify.annotations.NullMarked;
