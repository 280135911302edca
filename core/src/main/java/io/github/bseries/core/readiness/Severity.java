// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

/**
 * How much a broken rule weighs, told by what a failover right now would do.
 *
 * @since 0.1
 */
public enum Severity {
  /** A failover would fail, lose data that was promised, or leave two primaries. */
  BLOCKER,

  /** A failover would work, but later, with more loss or more hands than it should. */
  WARNING,

  /** A failover is not touched by it; something around it should be put right. */
  NOTICE
}
