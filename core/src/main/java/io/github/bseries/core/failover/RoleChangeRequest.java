// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.failover;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;

/**
 * A role that one particular appliance is asked to take.
 *
 * <p>It names the appliance by its id, since an address may lead to the other one by the time the
 * request arrives. Start from {@link #becomeBackup} or {@link #becomePrimary}.
 *
 * @param target the appliance that is meant; another one is not asked
 * @param role the role it should take, {@link FailoverRole#PRIMARY} or {@link FailoverRole#BACKUP}
 * @param dataSyncFirst whether the data of the primary is copied before the roles change. All users
 *     of the primary are disconnected while that runs, and the roles change only when it is
 *     complete; it cannot be called off. Without it, what happened since the last data sync may be
 *     lost
 * @param force whether to become backup even if the peer cannot be reached. Without it, the
 *     appliance refuses when the two roles could not be kept in step. Towards backup only
 * @source D-ROLE, S1 "Establish the Primary/Backup Failover Relationship" (the two check boxes)
 * @since 0.1
 */
public record RoleChangeRequest(
    ApplianceId target, FailoverRole role, boolean dataSyncFirst, boolean force) {

  /**
   * Checks what cannot be asked for.
   *
   * @throws IllegalArgumentException if {@code role} is {@link FailoverRole#NONE}, or if {@code
   *     force} is set towards primary
   */
  public RoleChangeRequest {
    requireNonNull(target, "target");
    if (requireNonNull(role, "role") == FailoverRole.NONE) {
      throw new IllegalArgumentException("role is none, must be primary or backup");
    }
    if (force && role != FailoverRole.BACKUP) {
      throw new IllegalArgumentException(
          "force is set and role is " + role.literal() + "; only backup can be forced");
    }
  }

  /** Returns a request to become backup, without a data sync and without force. */
  public static RoleChangeRequest becomeBackup(ApplianceId target) {
    return new RoleChangeRequest(target, FailoverRole.BACKUP, false, false);
  }

  /** Returns a request to become primary, without a data sync. */
  public static RoleChangeRequest becomePrimary(ApplianceId target) {
    return new RoleChangeRequest(target, FailoverRole.PRIMARY, false, false);
  }

  /** Returns this request with a data sync before the roles change. */
  public RoleChangeRequest withDataSyncFirst() {
    return new RoleChangeRequest(target, role, true, force);
  }

  /**
   * Returns this request with force, for a peer that cannot be reached.
   *
   * @throws IllegalArgumentException if the role is primary
   */
  public RoleChangeRequest withForce() {
    return new RoleChangeRequest(target, role, dataSyncFirst, true);
  }
}
