// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

/**
 * How a pair stands, in one word.
 *
 * <p>If several of these hold at once, the first in this order is the state, and the others remain
 * as reasons. First comes what makes everything else doubtful; then what the two roles say
 * together; then who cannot be seen; then who ails.
 *
 * <p>Primary means here whichever appliance says that it is primary, or that must be it because the
 * other says that it is backup. It need not be the normal primary.
 *
 * @source S1 "Resolve Conflicts in a Failover Setup" (conflicts), S1 "Perform Failover for Planned
 *     Maintenance" (the moment of a swap), S1 "Check B Series Appliance Health" (an appliance that
 *     ails)
 * @since 0.1
 */
public enum PairState {
  /** At an address answers another appliance than was declared. */
  WRONG_APPLIANCE(Gravity.UNKNOWN),

  /** One appliance answers at both addresses, so that the other one was not seen. */
  ONE_APPLIANCE_TWICE(Gravity.UNKNOWN),

  /** An appliance stands in no failover relationship: no role can be changed. */
  RELATION_BROKEN(Gravity.CRITICAL),

  /** Both have been primary for longer than old health can explain. */
  CONFLICT_BOTH_PRIMARY(Gravity.CRITICAL),

  /** Both have been backup for longer than a swap can explain. */
  CONFLICT_BOTH_BACKUP(Gravity.CRITICAL),

  /** Both say that they are primary: old health of one, or a conflict. */
  PRIMARIES_UNSETTLED(Gravity.CRITICAL),

  /**
   * Both say that they are backup, and it is not known since when: a moment in a swap, or a
   * conflict.
   */
  BACKUPS_UNSETTLED(Gravity.UNKNOWN),

  /** Both are backup, and it began a moment ago, or a swap was asked for: a swap is under way. */
  SWAP_MOMENT(Gravity.ATTENTION),

  /** The primary is silent at its own address, but answers under the name of the site. */
  PRIMARY_ALIVE_AT_SITE(Gravity.UNKNOWN),

  /** The other is backup, and the primary is silent: it is down, or our view of it is cut. */
  PRIMARY_SILENT(Gravity.UNKNOWN),

  /** Both are silent: probably our view is cut. */
  VIEW_CUT(Gravity.UNKNOWN),

  /**
   * Something answers in place of an appliance, but not with a health: a refused token, a proxy, a
   * certificate. It says nothing about the appliance.
   */
  CANNOT_LOOK(Gravity.UNKNOWN),

  /** The primary says that something is wrong with it. */
  PRIMARY_AILS(Gravity.CRITICAL),

  /** The primary was seen and the other was not: nobody is known to stand by. */
  NO_STANDBY(Gravity.UNKNOWN),

  /** The backup says that something is wrong with it: it may not be able to take over. */
  BACKUP_AILS(Gravity.CRITICAL),

  /** A role change was asked for and has not been seen. Nothing else should be asked for. */
  SWAP_PENDING(Gravity.ATTENTION),

  /** The normal backup is primary: it works, and a return is due some day. */
  SWAPPED(Gravity.ATTENTION),

  /** The normal primary is primary, and the normal backup stands by. */
  NORMAL(Gravity.FINE);

  private final Gravity gravity;

  PairState(Gravity gravity) {
    this.gravity = gravity;
  }

  /** Returns how much this state matters by itself; other reasons may matter more. */
  public Gravity gravity() {
    return gravity;
  }
}
