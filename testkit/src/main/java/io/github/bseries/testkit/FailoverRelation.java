// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.FailoverRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the two appliances change roles, and how their relationship is made, broken and mended. The
 * pair's lock guards it.
 *
 * @source D-ROLE (the texts; data sync first; force), S1 "Perform Failover for Planned Maintenance"
 *     (the two roles change one after the other, so that both are backup for a moment)
 */
final class FailoverRelation {

  // The words of an appliance that is documented to say them.
  private static final String CHANGED = "Successfully changed role.";
  private static final String SYNC_THEN_CHANGE =
      "Successfully started data sync. Role change will occur upon successful completion.";

  // Our words: no refusal was ever recorded.
  private static final String SYNC_STARTED = "Successfully started data sync.";
  private static final String NO_RELATION = "Failover is not configured.";
  private static final String BUSY = "Another failover operation is in progress.";
  private static final String OFF = "The appliance is off.";
  private static final String NO_PEER = "The peer site instance could not be contacted.";
  private static final String NO_CONFLICT = "There is no conflict to be fixed.";
  private static final String FIXED = "The conflict is fixed.";
  private static final String NO_SYNC = "No data sync was started:";
  private static final String NO_EVIDENCE = "It cannot be told which one should be primary.";
  private static final String RELATED = "A failover relationship exists already.";
  private static final String OTHER_KEY = "The inter-appliance keys are not identical.";

  private final PairMachine machine;
  private boolean busy;
  private boolean swapping;
  private boolean lostInSwap;

  FailoverRelation(PairMachine machine) {
    this.machine = machine;
  }

  boolean isBusy() {
    return busy;
  }

  /** Looks whether two that swap are in touch still; called at each change. */
  void review() {
    lostInSwap |= swapping && !machine.areInTouch();
  }

  CommandAnswer startDataSync() {
    return startDataSync(SyncPurpose.UPDATE);
  }

  private CommandAnswer startDataSync(SyncPurpose purpose) {
    String obstacle = machine.a().role() == FailoverRole.NONE ? NO_RELATION : obstacleToSync();
    if (obstacle != null) {
      return new CommandAnswer.Refused(obstacle);
    }
    busy = true;
    machine.syncs().begin(purpose, ok -> busy = false);
    return new CommandAnswer.Accepted(SYNC_STARTED);
  }

  CommandAnswer setFailoverRole(ApplianceState called, RoleOrder order) {
    if (!called.isOn()) {
      return new CommandAnswer.Refused(OFF);
    }
    ApplianceState peer = machine.peerOf(called);
    if (peer == null || called.role() == FailoverRole.NONE) {
      return new CommandAnswer.Refused(NO_RELATION);
    }
    if (busy || machine.syncs().isRunning()) {
      return new CommandAnswer.Refused(BUSY);
    }
    if (called.role() == order.role()) {
      return alreadyHeld(order);
    }
    if (order.dataSyncFirst()) {
      return startDataSyncThenSwap(called, peer, order);
    }
    if (!arePaired(peer)) {
      return changeAlone(called, order);
    }
    String mismatch = machine.syncs().mismatch(called, peer);
    if (mismatch != null) {
      return new CommandAnswer.Refused(mismatch);
    }
    if (called.role() == peer.role()) {
      boolean calledYields = order.role() == FailoverRole.BACKUP;
      endConflict(calledYields ? peer : called, calledYields ? called : peer, follows(order));
    } else {
      change(called, peer, order);
    }
    return new CommandAnswer.Accepted(CHANGED);
  }

  CommandAnswer establish(ApplianceState primary) {
    if (!primary.isOn()) {
      return new CommandAnswer.Refused(OFF);
    }
    ApplianceState backup = machine.peerOf(primary);
    if (backup == null) {
      return new CommandAnswer.Refused(NO_PEER);
    }
    if (primary.role() != FailoverRole.NONE) {
      return new CommandAnswer.Refused(RELATED);
    }
    String obstacle = obstacleToEstablish(primary, backup);
    if (obstacle != null) {
      return new CommandAnswer.Refused(obstacle);
    }
    primary.takeRole(FailoverRole.PRIMARY, true);
    backup.takeRole(FailoverRole.BACKUP, true);
    machine.syncs().planFirst();
    machine.changed();
    return new CommandAnswer.Accepted("The failover relationship is established.");
  }

  CommandAnswer breakUp(ApplianceState called) {
    if (!called.isOn()) {
      return new CommandAnswer.Refused(OFF);
    }
    ApplianceState peer = machine.peerOf(called);
    if (peer == null || called.role() == FailoverRole.NONE) {
      return new CommandAnswer.Refused(NO_RELATION);
    }
    if (busy || machine.syncs().isRunning()) {
      return new CommandAnswer.Refused(BUSY);
    }
    if (!arePaired(peer) && machine.assumes(AssumedBehaviour.BREAK_REFUSED)) {
      return new CommandAnswer.Refused(NO_PEER);
    }
    boolean together = arePaired(peer);
    called.takeRole(FailoverRole.NONE, false);
    if (together) {
      peer.takeRole(FailoverRole.NONE, false);
    }
    return new CommandAnswer.Accepted("The failover relationship is broken.");
  }

  CommandAnswer fixThisError(ApplianceState called) {
    if (!called.isOn()) {
      return new CommandAnswer.Refused(OFF);
    }
    ApplianceState peer = machine.peerOf(called);
    if (peer == null || called.role() == FailoverRole.NONE) {
      return new CommandAnswer.Refused(NO_RELATION);
    }
    if (busy) {
      return new CommandAnswer.Refused(BUSY);
    }
    if (!arePaired(peer)) {
      return new CommandAnswer.Refused(NO_PEER);
    }
    if (called.role() != peer.role()) {
      return new CommandAnswer.Refused(NO_CONFLICT);
    }
    ApplianceState primary = rightfulPrimary(called, peer);
    if (primary == null) {
      return new CommandAnswer.Refused(NO_EVIDENCE);
    }
    CommandAnswer sync = endConflict(primary, primary == called ? peer : called, true);
    return new CommandAnswer.Accepted(
        sync.isAccepted() ? FIXED : FIXED + " " + NO_SYNC + " " + sync.text());
  }

  /**
   * Sets the roles of two that had the same one, and has the new backup take over the settings of
   * the primary; reports and recordings of either are on both afterwards.
   *
   * @return what became of the data sync; the roles are set whatever it is
   * @source S1 "Resolve Conflicts in a Failover Setup" (settings are overwritten whoever ends the
   *     conflict, reports and recordings end up on both); assumed: that the roles are set at once,
   *     and that the data sync begins at once
   */
  private CommandAnswer endConflict(
      ApplianceState primary, ApplianceState backup, boolean sharedIpsFollow) {
    backup.takeRole(FailoverRole.BACKUP, sharedIpsFollow);
    primary.takeRole(FailoverRole.PRIMARY, sharedIpsFollow);
    if (sharedIpsFollow) {
      backup.sharedIpsFollow(); // one of the two has the role already, and perhaps the wrong IP
      primary.sharedIpsFollow();
    }
    CommandAnswer sync = startDataSync(SyncPurpose.AFTER_CONFLICT);
    if (!sync.isAccepted()) {
      machine.note(backup, "keeps its settings: " + sync.text());
    }
    return sync;
  }

  /** Makes a backup primary that has waited long enough. */
  void takeOver(ApplianceState backup) {
    ApplianceState peer = machine.peerOf(backup);
    machine.note(backup, "takes over");
    if (peer != null && arePaired(peer) && peer.role() == FailoverRole.PRIMARY) {
      swap(backup, peer, new RoleOrder(FailoverRole.PRIMARY, false, false, false));
    } else {
      backup.takeRole(FailoverRole.PRIMARY, true);
    }
  }

  /**
   * Returns who should be primary of two with the same role.
   *
   * @source S1 "Resolve Conflicts in a Failover Setup" (who has the shared IP enabled; who has the
   *     address to which the name of the site leads)
   */
  private @Nullable ApplianceState rightfulPrimary(ApplianceState called, ApplianceState peer) {
    List<ApplianceState> withSharedIp =
        machine.appliances().stream().filter(ApplianceState::hasAnyEnabled).toList();
    if (withSharedIp.size() == 1) {
      return withSharedIp.get(0);
    }
    ApplianceState holder = machine.site().holder();
    if (holder == called || holder == peer) {
      return holder;
    }
    return machine.assumes(AssumedBehaviour.ASKED_ONE_IS_PRIMARY) ? called : null;
  }

  private CommandAnswer alreadyHeld(RoleOrder order) {
    return order.byApi() && machine.assumes(AssumedBehaviour.HELD_ROLE_CONFIRMED)
        ? new CommandAnswer.Accepted(CHANGED)
        : new CommandAnswer.Refused(
            "This site instance is already " + order.role().literal() + ".");
  }

  private CommandAnswer startDataSyncThenSwap(
      ApplianceState called, ApplianceState peer, RoleOrder order) {
    String obstacle = obstacleToSync();
    if (obstacle != null) {
      return new CommandAnswer.Refused(obstacle);
    }
    busy = true;
    machine
        .syncs()
        .begin(
            SyncPurpose.BEFORE_ROLE_CHANGE,
            ok -> {
              busy = false;
              if (ok) {
                change(called, peer, order);
              }
            });
    return new CommandAnswer.Accepted(SYNC_THEN_CHANGE);
  }

  private CommandAnswer changeAlone(ApplianceState called, RoleOrder order) {
    if (order.role() == FailoverRole.BACKUP && !order.force()) {
      return new CommandAnswer.Refused(NO_PEER);
    }
    called.takeRole(order.role(), follows(order));
    return new CommandAnswer.Accepted(CHANGED);
  }

  private void change(ApplianceState called, ApplianceState peer, RoleOrder order) {
    boolean alone =
        order.byApi()
            && order.role() == FailoverRole.PRIMARY
            && machine.assumes(AssumedBehaviour.PEER_STAYS);
    if (alone) {
      called.takeRole(FailoverRole.PRIMARY, follows(order));
    } else {
      swap(called, peer, order);
    }
  }

  /** Makes one of the two backup at once, and the other one primary a moment later. */
  private void swap(ApplianceState called, ApplianceState peer, RoleOrder order) {
    ApplianceState nextBackup = order.role() == FailoverRole.BACKUP ? called : peer;
    ApplianceState nextPrimary = nextBackup == called ? peer : called;
    boolean stops = machine.faults().happens(PairFault.SWAP_STOPS_HALF_WAY);
    busy = true;
    swapping = true;
    lostInSwap = false;
    nextBackup.takeRole(FailoverRole.BACKUP, follows(order));
    machine
        .schedule()
        .at(
            machine.moment().plus(machine.settings().swapMoment()),
            end -> {
              busy = false;
              swapping = false;
              // Two that lost each other in between, if only for a while, stop half-way.
              if (!lostInSwap && !stops) {
                nextPrimary.takeRole(FailoverRole.PRIMARY, follows(order));
              } else {
                machine.note(nextPrimary, "does not become primary: the swap stopped half-way");
              }
              machine.syncs().review();
            });
  }

  private boolean follows(RoleOrder order) {
    return !order.byApi() || machine.assumes(AssumedBehaviour.SHARED_IP_FOLLOWS);
  }

  private boolean arePaired(ApplianceState peer) {
    return machine.areInTouch() && peer.role() != FailoverRole.NONE;
  }

  private @Nullable String obstacleToSync() {
    return busy || machine.syncs().isRunning() ? BUSY : machine.syncs().obstacle();
  }

  private @Nullable String obstacleToEstablish(ApplianceState primary, ApplianceState backup) {
    if (!machine.areInTouch()) {
      return NO_PEER;
    }
    if (backup.role() != FailoverRole.NONE) {
      return RELATED;
    }
    if (!primary.data().items(HeldData.KEY).equals(backup.data().items(HeldData.KEY))) {
      return OTHER_KEY;
    }
    return primary.version().equals(backup.version()) ? null : DataSyncs.MISMATCH;
  }

  /**
   * A role that an appliance is asked to take.
   *
   * @param byApi whether it was asked through the API, rather than on its page
   */
  record RoleOrder(FailoverRole role, boolean dataSyncFirst, boolean force, boolean byApi) {}
}
