// SPDX-License-Identifier: Apache-2.0
/**
 * Repeats of reads, the rate of calls, and deadlines. Only this package knows Resilience4j. Nothing
 * here sleeps or reads a clock of its own: time is handed in.
 */
@NullMarked
package io.github.bseries.client.internal.resilience;

import org.jspecify.annotations.NullMarked;
