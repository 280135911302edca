// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.sync.SyncLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One data sync on its way. The pair's lock guards it. */
final class RunningSync {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final PairMachine machine;
  private final ApplianceState source;
  private final ApplianceState target;
  private final SyncPurpose purpose;
  private final HeldData sent;
  private final Instant start;
  private final boolean sticks;
  private final boolean fails;
  private Duration remaining;
  private Instant since;
  private int slowness;
  private Consumer<Boolean> whenOver = ok -> {};
  private Schedule.@Nullable Due end;
  private boolean over;

  RunningSync(
      PairMachine machine, ApplianceState source, ApplianceState target, SyncPurpose purpose) {
    this.machine = machine;
    this.source = source;
    this.target = target;
    this.purpose = purpose;
    this.sent = source.data().copy();
    this.start = machine.moment();
    this.since = start;
    this.remaining = duration();
    this.sticks = machine.faults().happens(PairFault.SYNC_STICKS);
    // One that sticks does not come to its end: the other fault waits for the next one.
    this.fails = !sticks && machine.faults().happens(PairFault.SYNC_FAILS);
  }

  ApplianceState source() {
    return source;
  }

  Instant start() {
    return start;
  }

  boolean isBeforeRoleChange() {
    return purpose == SyncPurpose.BEFORE_ROLE_CHANGE;
  }

  /** Goes on, at the pace of the link. */
  void proceed(Consumer<Boolean> afterwards) {
    whenOver = afterwards;
    slowness = machine.link(SimulatedLink.PEERS).slowness();
    plan();
  }

  /** Ends if it cannot go on; takes another pace if the link has. */
  void review() {
    if (over) {
      return;
    }
    boolean lost =
        !source.isOn()
            || !target.isOn()
            || machine.link(SimulatedLink.PEERS) == LinkState.CUT
            || hasMismatch()
            || source.role() != FailoverRole.PRIMARY
            || target.role() != FailoverRole.BACKUP;
    if (lost) {
      finish(false);
      return;
    }
    int pace = machine.link(SimulatedLink.PEERS).slowness();
    if (pace != slowness) {
      Instant now = machine.moment();
      if (slowness > 0) {
        remaining = remaining.minus(Duration.between(since, now).dividedBy(slowness));
      }
      since = now;
      slowness = pace;
      plan();
    }
  }

  private void plan() {
    machine.schedule().cancel(end);
    end = null;
    if (slowness > 0 && !sticks && !over) {
      end =
          machine
              .schedule()
              .at(machine.moment().plus(remaining.multipliedBy(slowness)), at -> finish(!fails));
    }
  }

  private void finish(boolean ok) {
    over = true;
    machine.schedule().cancel(end);
    if (ok) {
      boolean merging =
          purpose == SyncPurpose.AFTER_CONFLICT || machine.assumes(AssumedBehaviour.RECORDS_MERGED);
      target.data().receive(sent, merging);
      if (merging) {
        source.data().addRecordsOf(target.data());
      }
    }
    whenOver.accept(ok);
  }

  /** What keeps a data sync from beginning ends one that is under way. */
  private boolean hasMismatch() {
    return !source.version().equals(target.version())
        && machine.assumes(AssumedBehaviour.MISMATCH_REFUSED);
  }

  private Duration duration() {
    PairSettings settings = machine.settings();
    Duration fixed = settings.dataSyncDuration();
    if (fixed != null) {
      return fixed;
    }
    // In doubt it is the limit of the backup that counts.
    Bandwidth limit = target.backupSettings().dataSyncBandwidthLimit();
    Bandwidth rate = limit == null ? settings.line() : settings.line().atMost(limit);
    Duration needed = new SyncLoad(bytes(), rate, SHORTEST).duration();
    return needed.compareTo(SHORTEST) < 0 ? SHORTEST : needed;
  }

  private long bytes() {
    DataSize size = new DataSize(machine.settings());
    return machine.assumes(AssumedBehaviour.COPIES_ALL)
        ? size.of(sent)
        : size.ofNew(sent, target.data());
  }
}
