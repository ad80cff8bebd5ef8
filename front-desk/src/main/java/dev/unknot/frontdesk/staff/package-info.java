/** Who gets an account, in which role and for which locations, as owners and managers decide it. A manager decides for their own locations and never over an owner. */
@NullMarked
package dev.unknot.frontdesk.staff;

import org.jspecify.annotations.NullMarked;
