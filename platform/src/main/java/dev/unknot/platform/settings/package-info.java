/**
 * The settings every service starts from, and those with which it does not start. Anything a service, its environment or a
 * test says wins over the former.
 */
@NullMarked
package dev.unknot.platform.settings;

import org.jspecify.annotations.NullMarked;
