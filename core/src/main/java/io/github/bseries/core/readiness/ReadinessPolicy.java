// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.Bandwidth;
import io.github.bseries.core.sync.SyncPolicy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the people of a pair promised, and how old or how short something may be before it counts no
 * more.
 *
 * <p>What nobody promised is null, and a rule that needs it is not judged. The ages have defaults;
 * they are ours, since no source gives any.
 *
 * @param syncPolicy what was promised about data syncs; null if nothing was
 * @param recoveryTime the longest time from the loss of the primary until users are served again,
 *     as it was promised, above zero; null if nobody promised any
 * @param goodSyncStatuses the words by which an appliance says that a data sync went well, as they
 *     were seen on this very pair. They are not documented, so none is known unless it stands here
 * @param dataBytesPerSync how much one data sync copies, in bytes, zero or more; null if nobody
 *     measured it
 * @param line what the line between the appliances gives; null if nobody measured it
 * @param oldestLook how old an observation may be before it counts no more, above zero
 * @param oldestAttestation how old an attestation may be before it counts no more, above zero
 * @param shortestCertificateLife how long a certificate must be valid yet, zero or more
 * @param oldestBackup how old the newest backup of a side may be, above zero
 * @param clockTolerance by how much two clocks may differ, zero or more
 * @since 0.1
 */
public record ReadinessPolicy(
    @Nullable SyncPolicy syncPolicy,
    @Nullable Duration recoveryTime,
    Set<String> goodSyncStatuses,
    @Nullable Long dataBytesPerSync,
    @Nullable Bandwidth line,
    Duration oldestLook,
    Duration oldestAttestation,
    Duration shortestCertificateLife,
    Duration oldestBackup,
    Duration clockTolerance) {

  /**
   * Keeps a copy of the set.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public ReadinessPolicy {
    goodSyncStatuses = Set.copyOf(requireNonNull(goodSyncStatuses, "goodSyncStatuses"));
    if (goodSyncStatuses.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("goodSyncStatuses has a blank word");
    }
    if (dataBytesPerSync != null && dataBytesPerSync < 0) {
      throw new IllegalArgumentException(
          "dataBytesPerSync is " + dataBytesPerSync + ", below zero");
    }
    if (recoveryTime != null) {
      checkAboveZero("recoveryTime", recoveryTime);
    }
    checkAboveZero("oldestLook", oldestLook);
    checkAboveZero("oldestAttestation", oldestAttestation);
    checkAboveZero("oldestBackup", oldestBackup);
    checkNotBelowZero("shortestCertificateLife", shortestCertificateLife);
    checkNotBelowZero("clockTolerance", clockTolerance);
  }

  private static void checkAboveZero(String component, Duration duration) {
    if (checkNotBelowZero(component, duration).isZero()) {
      throw new IllegalArgumentException(component + " is zero, must be above zero");
    }
  }

  private static Duration checkNotBelowZero(String component, Duration duration) {
    if (requireNonNull(duration, component).isNegative()) {
      throw new IllegalArgumentException(component + " is " + duration + ", below zero");
    }
    return duration;
  }

  /** Returns the policy of people who promised nothing, with the default ages. */
  public static ReadinessPolicy standard() {
    return builder().build();
  }

  /** Returns a builder with no promise and the default ages. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Collects a policy. Not safe for use by several threads; may be reused after a build.
   *
   * @since 0.1
   */
  public static final class Builder {

    private @Nullable SyncPolicy syncPolicy;
    private @Nullable Duration recoveryTime;
    private Set<String> goodSyncStatuses = Set.of();
    private @Nullable Long dataBytesPerSync;
    private @Nullable Bandwidth line;
    private Duration oldestLook = Duration.ofMinutes(5);
    private Duration oldestAttestation = Duration.ofDays(90);
    private Duration shortestCertificateLife = Duration.ofDays(30);
    private Duration oldestBackup = Duration.ofDays(7);
    private Duration clockTolerance = Duration.ofMinutes(1);

    private Builder() {}

    /** Sets what was promised about data syncs. Nothing unless set. */
    public Builder syncPolicy(SyncPolicy syncPolicy) {
      this.syncPolicy = requireNonNull(syncPolicy, "syncPolicy");
      return this;
    }

    /**
     * Sets the promised recovery time. None unless set.
     *
     * @param recoveryTime above zero
     */
    public Builder recoveryTime(Duration recoveryTime) {
      this.recoveryTime = requireNonNull(recoveryTime, "recoveryTime");
      return this;
    }

    /**
     * Sets the words by which this pair says that a data sync went well. None unless set.
     *
     * @param statuses none of them blank; the same twice counts once
     */
    public Builder goodSyncStatuses(String... statuses) {
      this.goodSyncStatuses = new LinkedHashSet<>(List.of(statuses));
      return this;
    }

    /**
     * Sets how much one data sync copies, and what the line gives. Not known unless set.
     *
     * @param dataBytesPerSync in bytes, zero or more
     * @param line what the line between the appliances gives
     */
    public Builder measuredSync(long dataBytesPerSync, Bandwidth line) {
      this.dataBytesPerSync = dataBytesPerSync;
      this.line = requireNonNull(line, "line");
      return this;
    }

    /**
     * Sets how old an observation may be. Five minutes unless set.
     *
     * @param oldestLook above zero
     */
    public Builder oldestLook(Duration oldestLook) {
      this.oldestLook = requireNonNull(oldestLook, "oldestLook");
      return this;
    }

    /**
     * Sets how old an attestation may be. Ninety days unless set.
     *
     * @param oldestAttestation above zero
     */
    public Builder oldestAttestation(Duration oldestAttestation) {
      this.oldestAttestation = requireNonNull(oldestAttestation, "oldestAttestation");
      return this;
    }

    /**
     * Sets how long a certificate must be valid yet. Thirty days unless set.
     *
     * @param shortestCertificateLife zero or more
     */
    public Builder shortestCertificateLife(Duration shortestCertificateLife) {
      this.shortestCertificateLife =
          requireNonNull(shortestCertificateLife, "shortestCertificateLife");
      return this;
    }

    /**
     * Sets how old the newest backup of a side may be. Seven days unless set.
     *
     * @param oldestBackup above zero
     */
    public Builder oldestBackup(Duration oldestBackup) {
      this.oldestBackup = requireNonNull(oldestBackup, "oldestBackup");
      return this;
    }

    /**
     * Sets by how much two clocks may differ. One minute unless set.
     *
     * @param clockTolerance zero or more
     */
    public Builder clockTolerance(Duration clockTolerance) {
      this.clockTolerance = requireNonNull(clockTolerance, "clockTolerance");
      return this;
    }

    /**
     * Returns the policy.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public ReadinessPolicy build() {
      return new ReadinessPolicy(
          syncPolicy,
          recoveryTime,
          goodSyncStatuses,
          dataBytesPerSync,
          line,
          oldestLook,
          oldestAttestation,
          shortestCertificateLife,
          oldestBackup,
          clockTolerance);
    }
  }
}
