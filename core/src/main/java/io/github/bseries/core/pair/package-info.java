// SPDX-License-Identifier: Apache-2.0
/**
 * The pair as it is and as it was seen: two appliances, what each of them said and when, and what
 * can be told from both together.
 *
 * <p>Every type here is an immutable value. Nothing here opens a socket, reads a clock or writes a
 * log: a moment always arrives as an {@link java.time.Instant} that somebody else read.
 *
 * <p>This is the lowest package of the module. It depends on no other package of it.
 */
@NullMarked
package io.github.bseries.core.pair;

import org.jspecify.annotations.NullMarked;
