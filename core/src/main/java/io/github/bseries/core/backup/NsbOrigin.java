// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

/**
 * How an NSB was made, which decides what is in it.
 *
 * @since 0.1
 */
public enum NsbOrigin {
  /**
   * By hand on the /login page, with the box for logged history checked.
   *
   * @source S2 "Back Up /login"
   */
  PAGE_WITH_HISTORY,

  /**
   * By hand on the /login page, with the box for logged history left empty.
   *
   * @source S2 "Back Up /login"
   */
  PAGE_WITHOUT_HISTORY,

  /**
   * Through the Backup API, which has no switch for logged history: it is always in. That files of
   * the Integration Client come the same way, is assumed from the permission that it needs.
   *
   * @source D-BACKUP, D-IC (the permission)
   */
  API
}
