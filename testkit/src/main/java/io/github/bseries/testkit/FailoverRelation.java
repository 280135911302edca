// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.FailoverRole;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the two appliances change roles and copy data. Not safe for use by several threads: the
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
  private static final String CONFLICT =
      "A data sync needs one primary and one backup site instance.";
  private static final String NO_PEER = "The peer site instance could not be contacted.";
  private static final String NO_PEER_NO_SYNC =
      "The peer site instance could not be contacted. No data sync was started.";

  private final PairSettings settings;
  private final Schedule schedule;
  private final SimulatedAppliance a;
  private final @Nullable SimulatedAppliance b;
  private final Runnable onChange;
  private boolean linkUp = true;
  private boolean busy;

  FailoverRelation(
      PairSettings settings,
      Schedule schedule,
      SimulatedAppliance a,
      @Nullable SimulatedAppliance b,
      Runnable onChange) {
    this.settings = settings;
    this.schedule = schedule;
    this.a = a;
    this.b = b;
    this.onChange = onChange;
  }

  boolean isLinkUp() {
    return linkUp;
  }

  void linkUp(boolean up) {
    if (linkUp != up) {
      linkUp = up;
      onChange.run();
    }
  }

  boolean isBusy() {
    return busy;
  }

  CommandAnswer startDataSync(Instant now) {
    SimulatedAppliance other = b;
    if (other == null) {
      return new CommandAnswer.Refused(NO_RELATION);
    }
    String obstacle = busy ? BUSY : obstacleToSync(other);
    if (obstacle != null) {
      return new CommandAnswer.Refused(obstacle);
    }
    runDataSync(other, now, done -> busy = false);
    return new CommandAnswer.Accepted(SYNC_STARTED);
  }

  CommandAnswer setFailoverRole(SimulatedAppliance called, RoleOrder order, Instant now) {
    SimulatedAppliance other = b;
    if (other == null) {
      return new CommandAnswer.Refused(NO_RELATION);
    }
    if (busy) {
      return new CommandAnswer.Refused(BUSY);
    }
    if (called.role() == order.role()) {
      return new CommandAnswer.Refused(
          "This site instance is already " + order.role().literal() + ".");
    }
    if (order.dataSyncFirst()) {
      return startDataSyncThenSwap(called, other, order, now);
    }
    if (!areInTouch(other)) {
      return changeAlone(called, order);
    }
    swap(called, called == a ? other : a, order.role(), now);
    return new CommandAnswer.Accepted(CHANGED);
  }

  private CommandAnswer startDataSyncThenSwap(
      SimulatedAppliance called, SimulatedAppliance other, RoleOrder order, Instant now) {
    String obstacle = obstacleToSync(other);
    if (obstacle != null) {
      return new CommandAnswer.Refused(obstacle);
    }
    SimulatedAppliance peer = called == a ? other : a;
    runDataSync(other, now, done -> swap(called, peer, order.role(), done));
    return new CommandAnswer.Accepted(SYNC_THEN_CHANGE);
  }

  private CommandAnswer changeAlone(SimulatedAppliance called, RoleOrder order) {
    if (order.role() == FailoverRole.BACKUP && !order.force()) {
      return new CommandAnswer.Refused(NO_PEER);
    }
    takeRole(called, order.role());
    return new CommandAnswer.Accepted(CHANGED);
  }

  private @Nullable String obstacleToSync(SimulatedAppliance other) {
    if (!areInTouch(other)) {
      return NO_PEER_NO_SYNC;
    }
    return a.role() == other.role() ? CONFLICT : null;
  }

  private void runDataSync(SimulatedAppliance other, Instant now, Consumer<Instant> afterwards) {
    busy = true;
    schedule.at(
        now.plus(settings.dataSyncDuration()),
        end -> {
          if (areInTouch(other)) {
            a.dataSyncSucceeded(end);
            other.dataSyncSucceeded(end);
            afterwards.accept(end);
          } else {
            // The backup never learns of it. The roles stay as they are.
            (a.role() == FailoverRole.PRIMARY ? a : other).dataSyncFailed();
            busy = false;
          }
        });
  }

  /** Makes one of the two backup at once, and the other one primary a moment later. */
  private void swap(
      SimulatedAppliance called, SimulatedAppliance peer, FailoverRole role, Instant now) {
    SimulatedAppliance nextBackup = role == FailoverRole.BACKUP ? called : peer;
    SimulatedAppliance nextPrimary = nextBackup == called ? peer : called;
    takeRole(nextBackup, FailoverRole.BACKUP);
    busy = true;
    schedule.at(
        now.plus(settings.swapMoment()),
        end -> {
          busy = false;
          // A peer that was lost in between is not told: the swap stops half-way.
          boolean told = nextPrimary == called || areInTouch(called == a ? peer : called);
          if (nextPrimary.power() && told) {
            takeRole(nextPrimary, FailoverRole.PRIMARY);
          }
        });
  }

  private boolean areInTouch(SimulatedAppliance other) {
    return linkUp && a.power() && other.power();
  }

  private void takeRole(SimulatedAppliance appliance, FailoverRole role) {
    if (appliance.role() != role) {
      appliance.takeRole(role);
      onChange.run();
    }
  }

  /** A role that an appliance is asked to take. */
  record RoleOrder(FailoverRole role, boolean dataSyncFirst, boolean force) {}
}
