// SPDX-License-Identifier: Apache-2.0
/**
 * Backups as knowledge: what the name of an NSB tells, what is in an NSB, where it can be restored,
 * which of many files to keep, and what else must lie ready to rebuild a pair.
 *
 * <p>Every type here is an immutable value or a pure function. Nothing here reads or deletes a
 * file, or talks to an appliance: what files there are is handed in, and what to do with them is
 * only said.
 *
 * <p>This package may use {@code core.pair}, and no other package of the module.
 */
@NullMarked
package io.github.bseries.core.backup;

import org.jspecify.annotations.NullMarked;
