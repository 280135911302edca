// SPDX-License-Identifier: Apache-2.0
/**
 * The data sync as it is meant to be: how often it runs, how long that takes, what it copies to the
 * backup and what it leaves alone.
 *
 * <p>What was observed of a data sync is another thing, and stands in {@link
 * io.github.bseries.core.pair.LastDataSync}. This package may use {@code core.pair} only.
 */
@NullMarked
package io.github.bseries.core.sync;

import org.jspecify.annotations.NullMarked;
