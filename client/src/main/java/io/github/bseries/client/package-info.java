// SPDX-License-Identifier: Apache-2.0
/**
 * The client of one appliance, the client of a pair, and what can go wrong with both.
 *
 * <p>What talks to the world is thin: it observes, hands values of the core over, and acts when it
 * is told to. It decides nothing. No type of a library that is used inside stands in a signature
 * here.
 */
@NullMarked
package io.github.bseries.client;

import org.jspecify.annotations.NullMarked;
