/** What every HTTP API here has in common: versions as ETags, cursors, strict JSON and limits. A controller only names what it needs as an argument. */
@NullMarked
package dev.unknot.platform.web;

import org.jspecify.annotations.NullMarked;
