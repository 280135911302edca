// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

/** Why a data sync runs, which decides what it does besides copying. */
enum SyncPurpose {
  /** To keep the backup up to date: by the interval, by hand, or for the first time. */
  UPDATE,

  /** To have the roles change after it; users are out meanwhile. */
  BEFORE_ROLE_CHANGE,

  /** To end a conflict: reports and recordings of either side are on both afterwards. */
  AFTER_CONFLICT
}
