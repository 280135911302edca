// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

/**
 * What is known of one kind of data and one NSB.
 *
 * @param item the kind of data
 * @param inclusion whether the file holds it
 * @param reason why that is so, for a human to read
 * @param source the documents that say so, by the keys of {@code docs/sources.md}
 * @since 0.1
 */
public record NsbEntry(NsbItem item, Inclusion inclusion, String reason, String source) {

  /** Checks that nothing is null. */
  public NsbEntry {
    requireNonNull(item, "item");
    requireNonNull(inclusion, "inclusion");
    requireNonNull(reason, "reason");
    requireNonNull(source, "source");
  }
}
