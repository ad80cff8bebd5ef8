/** The keys that sign tokens: made, published ahead, used and taken back by age, together with the other instances. Their private parts lie encrypted. */
@NullMarked
package dev.unknot.frontdesk.signingkey;

import org.jspecify.annotations.NullMarked;
