/** The settings every service starts from. Anything a service, its environment or a test says wins over them. */
@NullMarked
package dev.unknot.platform.settings;

import org.jspecify.annotations.NullMarked;
