/**
 * The world outside in development: a mail server and an SMS gateway that keep what they are given, and the page on
 * which people read it and answer. It knows a gateway's protocol and nothing of clinics.
 */
@NullMarked
package dev.unknot.devstack.phone;

import org.jspecify.annotations.NullMarked;
