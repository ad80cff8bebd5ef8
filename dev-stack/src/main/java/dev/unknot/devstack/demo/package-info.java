/**
 * A small chain of clinics to look at, and the main job played through it. Everything here goes over the public API,
 * so what it makes is what a customer could have made.
 */
@NullMarked
package dev.unknot.devstack.demo;

import org.jspecify.annotations.NullMarked;
