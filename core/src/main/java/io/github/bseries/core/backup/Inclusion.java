// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

/**
 * Whether an NSB holds something.
 *
 * @since 0.1
 */
public enum Inclusion {
  /** The file holds it. */
  INCLUDED,

  /** The file does not hold it: who needs it after a restore must have saved it in another way. */
  LEFT_OUT,

  /**
   * The sources are silent or contradict each other. Nobody should count on it: save it in another
   * way too.
   */
  UNSETTLED
}
