/** What the proxies in front of this service say of who calls. */
@NullMarked
package dev.unknot.frontdesk.proxy;

import org.jspecify.annotations.NullMarked;
