/** What the stand-in gateway and its page promise. Each test talks to them as a service or a browser would. */
@NullMarked
package dev.unknot.devstack.phone;

import org.jspecify.annotations.NullMarked;
