/** What all pages share: the layout they stand in, and how a refusal or a failure is told to a person. The layout is templates/page/layout.html, its parts are styled in static/css. */
@NullMarked
package dev.unknot.frontdesk.page;

import org.jspecify.annotations.NullMarked;
