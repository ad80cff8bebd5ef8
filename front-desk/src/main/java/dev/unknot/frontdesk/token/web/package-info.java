/** What the issuer says about itself. The token endpoint and the keys are Spring Authorization Server's. */
@NullMarked
package dev.unknot.frontdesk.token.web;

import org.jspecify.annotations.NullMarked;
