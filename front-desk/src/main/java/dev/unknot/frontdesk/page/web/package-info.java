/** The address the servlet container falls back to. Everything else of this feature is templates. */
@NullMarked
package dev.unknot.frontdesk.page.web;

import org.jspecify.annotations.NullMarked;
