/** Answers probes whatever else the service is asked. */
@NullMarked
package dev.unknot.platform.probe;

import org.jspecify.annotations.NullMarked;
