// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.PairSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of the backups of both sides of a pair. Both are asked, since the failover settings of
 * one side are not in the backup of the other.
 *
 * @param normalPrimary what came of the appliance that is meant to be primary
 * @param normalBackup what came of the appliance that is meant to stand by
 * @source S2 "Failover" (each side is saved)
 * @since 0.1
 */
public record PairBackup(SideBackup normalPrimary, SideBackup normalBackup) {

  /**
   * Checks that each side is in its place.
   *
   * @throws IllegalArgumentException if one is not
   */
  public PairBackup {
    requireNonNull(normalPrimary, "normalPrimary");
    requireNonNull(normalBackup, "normalBackup");
    if (normalPrimary.side() != PairSide.NORMAL_PRIMARY
        || normalBackup.side() != PairSide.NORMAL_BACKUP) {
      throw new IllegalArgumentException("each side must stand in its own place");
    }
  }

  /** Returns both sides, that of the normal primary first. */
  public List<SideBackup> sides() {
    return List.of(normalPrimary, normalBackup);
  }

  /** Returns the backups that were stored. */
  public List<ArchivedBackup> stored() {
    return ScheduledRun.stored(sides()).toList();
  }

  /**
   * Returns whether it went well: at least one backup was stored, a side without one is an
   * appliance that said no in the role of backup, and both sides are not one appliance. Tell the
   * findings nevertheless.
   */
  public boolean isSuccess() {
    return !stored().isEmpty()
        && !isOneAppliance()
        && sides().stream()
            .allMatch(side -> side.fold(s -> true, SideBackup.Missed::isRefusalOfBackupNode));
  }

  private boolean isOneAppliance() {
    return stored().size() == 2 && stored().get(0).appliance().equals(stored().get(1).appliance());
  }

  /**
   * Returns a finding for each side that gave no backup, be that a failure or not, and one if both
   * addresses led to one appliance.
   */
  public List<BackupFinding> findings() {
    List<BackupFinding> findings = new ArrayList<>();
    for (SideBackup side : sides()) {
      side.<Optional<String>>fold(stored -> Optional.empty(), it -> Optional.of(it.summary()))
          .map(text -> new BackupFinding(BackupFinding.Kind.SIDE_GAVE_NONE, null, text))
          .ifPresent(findings::add);
    }
    if (isOneAppliance()) {
      ApplianceId appliance = stored().get(0).appliance();
      findings.add(
          new BackupFinding(
              BackupFinding.Kind.SIDE_IS_MISSING,
              appliance,
              "both addresses led to appliance " + appliance + ", so the other one has no backup"));
    }
    return List.copyOf(findings);
  }

  /** Returns one line for each side, for a human to read. Its form may change. */
  public String summary() {
    return normalPrimary.summary() + "\n" + normalBackup.summary();
  }
}
