// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

/**
 * What an account is meant to do at an appliance.
 *
 * @since 0.1
 */
public enum AccessNeed {
  /** To look: health, the list of appliances, who is connected. */
  READ,

  /** To change roles, which includes to look. */
  CHANGE,

  /** To download backups, which takes no permission to look. */
  BACKUP
}
