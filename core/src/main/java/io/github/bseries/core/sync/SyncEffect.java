// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.sync;

/**
 * What a data sync does to one kind of data on one side.
 *
 * @since 0.1
 */
public enum SyncEffect {
  /** It stays as it is. */
  KEPT(false),

  /** It stays as it is, or what the other side has is added: the sources do not agree. */
  KEPT_OR_ADDED_TO(false),

  /** It is replaced by what the primary has, or both are put together: the sources do not agree. */
  OVERWRITTEN_OR_MERGED(true),

  /** It is replaced by what the primary has. */
  OVERWRITTEN(true);

  private final boolean losesData;

  SyncEffect(boolean losesData) {
    this.losesData = losesData;
  }

  /** Returns whether something that only this side has can be lost. */
  public boolean canLoseData() {
    return losesData;
  }
}
