// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

/**
 * A rule that is in force.
 *
 * @param id by which it is removed
 * @param rule the rule
 * @param metCalls on how many calls it has acted so far
 * @since 0.1
 */
public record PlacedFault(String id, FaultRule rule, int metCalls) {

  /** Checks that nothing is null. */
  public PlacedFault {
    requireNonNull(id, "id");
    requireNonNull(rule, "rule");
  }
}
