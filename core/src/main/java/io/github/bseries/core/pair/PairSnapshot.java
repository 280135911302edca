// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one round of looking brought: both appliances at their own addresses, and the site's
 * name.
 *
 * <p>The looks were made at about the same time and not at the same instant; each carries its own
 * moment.
 *
 * @param primary what was seen at the normal primary, whatever its role was
 * @param backup what was seen at the normal backup, whatever its role was
 * @param site what was seen under the site's name; null if nobody looked there
 * @since 0.1
 */
public record PairSnapshot(
    Observation primary, Observation backup, @Nullable SiteObservation site) {

  /** Checks that nothing needed is null. */
  public PairSnapshot {
    requireNonNull(primary, "primary");
    requireNonNull(backup, "backup");
  }

  /** Returns when the last look at one of the two appliances ended, on our clock. */
  public Instant takenAt() {
    return primary.at().isAfter(backup.at()) ? primary.at() : backup.at();
  }

  /** Returns the two roles together. */
  public RoleLayout layout() {
    return RoleLayout.of(primary, backup);
  }

  /**
   * Returns whether one appliance answered at both addresses: then an address is wrong, or leads to
   * the site instead of to the appliance, and only one of the two was seen.
   */
  public boolean isOneApplianceTwice() {
    Optional<ApplianceId> one = primary.health().map(ApplianceHealth::applianceId);
    return one.isPresent() && one.equals(backup.health().map(ApplianceHealth::applianceId));
  }

  /**
   * Returns the health of the one appliance that is primary now; empty unless the layout is {@link
   * RoleLayout#ONE_PRIMARY}.
   */
  public Optional<ApplianceHealth> currentPrimary() {
    return withRole(FailoverRole.PRIMARY);
  }

  /**
   * Returns the health of the one appliance that is backup now; empty unless the layout is {@link
   * RoleLayout#ONE_PRIMARY}.
   */
  public Optional<ApplianceHealth> currentBackup() {
    return withRole(FailoverRole.BACKUP);
  }

  /** Returns the role of the appliance with this id, if it was seen at one of the two addresses. */
  public Optional<FailoverRole> roleOf(ApplianceId id) {
    return healths()
        .filter(health -> health.applianceId().equals(id))
        .map(ApplianceHealth::failoverRole)
        .findFirst();
  }

  /** Returns the whole of it on a few lines, for a human to read. Its form may change. */
  public String summary() {
    SiteObservation ofSite = site;
    return "normal primary  "
        + primary.summary()
        + "\nnormal backup   "
        + backup.summary()
        + (ofSite == null ? "" : "\nsite            " + ofSite.siteName() + ", " + ofSite.summary())
        + "\nlayout          "
        + layout()
        + (isOneApplianceTwice() ? " (one appliance answers at both addresses)" : "");
  }

  private Optional<ApplianceHealth> withRole(FailoverRole role) {
    if (layout() != RoleLayout.ONE_PRIMARY) {
      return Optional.empty();
    }
    return healths().filter(health -> health.failoverRole() == role).findFirst();
  }

  /** All looks of the round: the normal primary, the normal backup, and the site if it was. */
  Stream<Observation> looks() {
    return Stream.concat(
        Stream.of(primary, backup), Stream.ofNullable(site).map(SiteObservation::observation));
  }

  private Stream<ApplianceHealth> healths() {
    return Stream.of(primary, backup).flatMap(side -> side.health().stream());
  }
}
