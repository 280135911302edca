// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * The two products that run on these appliances. They keep different kinds of data.
 *
 * @source S2 "Back Up /login" (what the one has and the other has not)
 * @since 0.1
 */
public enum Product {
  /** Remote Support, RS. */
  REMOTE_SUPPORT,

  /** Privileged Remote Access, PRA. */
  PRIVILEGED_REMOTE_ACCESS
}
