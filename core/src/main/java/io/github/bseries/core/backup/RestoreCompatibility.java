// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a backup fits the appliance it is to be restored to, and what has to be done.
 *
 * <p>Only the versions decide. In a pair a data sync from the primary is the usual way, and a
 * restore is for what the primary no longer has. The Atlas settings of the target stay as they are.
 *
 * @param verdict what the versions say
 * @param reason the versions that were compared, or which one is missing; for a human to read
 * @param steps what to do, in this order; empty if the verdict is {@link
 *     RestoreVerdict#NEWER_THAN_TARGET} or {@link RestoreVerdict#NOT_JUDGED}. With {@link
 *     RestoreVerdict#UNLISTED_OLDER} they are there, for whoever accepts that data may be lost
 * @source S2 "Recover /login" (versions), S2 "Data Recovery", part "Failover" (steps in a pair) and
 *     part "Atlas" (said of a backup of a primary node)
 * @since 0.1
 */
public record RestoreCompatibility(RestoreVerdict verdict, String reason, List<RestoreStep> steps) {

  /** Checks that nothing is null, and keeps a copy of the steps. */
  public RestoreCompatibility {
    requireNonNull(verdict, "verdict");
    requireNonNull(reason, "reason");
    steps = List.copyOf(requireNonNull(steps, "steps"));
  }

  /**
   * Judges one backup and one appliance.
   *
   * <p>Product versions are compared as numbers; builds do not count. Where one version is the
   * beginning of the other, such as 24.3 and 24.3.1, the shorter may be the longer one cut off, so
   * the two are not judged unless the table lists that very step.
   *
   * @param backup the version of the site that the backup is from, as its file's name tells it;
   *     null if that is not known
   * @param target the appliance to restore to
   * @param supported the steps that the release notes list
   */
  public static RestoreCompatibility judge(
      @Nullable ApplianceVersion backup, RestoreTarget target, SupportedUpgrades supported) {
    ApplianceVersion version = target.version();
    ProductNumber from = backup == null ? null : ProductNumber.of(backup.product());
    ProductNumber to = version == null ? null : ProductNumber.of(version.product());
    if (from == null) {
      return notJudged("the version of the backup is " + told(backup));
    }
    if (to == null) {
      return notJudged("the version of the target is " + told(version));
    }
    RestoreVerdict verdict = compare(from, to, supported);
    String reason = "the backup is of " + from + ", the target runs " + to;
    return switch (verdict) {
      case NOT_JUDGED -> notJudged(reason + ": one of the two may be cut off");
      case NEWER_THAN_TARGET -> new RestoreCompatibility(verdict, reason, List.of());
      case SAME_VERSION, SUPPORTED_UPGRADE, UNLISTED_OLDER ->
          new RestoreCompatibility(verdict, reason, steps(target.situation()));
    };
  }

  /** Returns what follows from the verdict, for a human to read. */
  public String consequence() {
    return verdict.consequence();
  }

  /** Returns whether the vendor stands behind this restore; unknown counts as no. */
  public boolean isSupported() {
    return verdict.isSupported();
  }

  private static RestoreVerdict compare(
      ProductNumber from, ProductNumber to, SupportedUpgrades supported) {
    if (from.equals(to)) {
      return RestoreVerdict.SAME_VERSION;
    }
    if (supported.isListed(from, to)) {
      return RestoreVerdict.SUPPORTED_UPGRADE;
    }
    if (from.isCutOff(to)) {
      return RestoreVerdict.NOT_JUDGED;
    }
    return from.compareTo(to) > 0
        ? RestoreVerdict.NEWER_THAN_TARGET
        : RestoreVerdict.UNLISTED_OLDER;
  }

  private static List<RestoreStep> steps(RestoreTarget.Situation situation) {
    return switch (situation) {
      case STANDALONE -> List.of(RestoreStep.RESTORE_BACKUP);
      case IN_PAIR, UNKNOWN ->
          List.of(
              RestoreStep.BREAK_FAILOVER,
              RestoreStep.RESTORE_BACKUP,
              RestoreStep.RESET_INTER_APPLIANCE_KEY,
              RestoreStep.REESTABLISH_FAILOVER);
    };
  }

  private static RestoreCompatibility notJudged(String reason) {
    return new RestoreCompatibility(RestoreVerdict.NOT_JUDGED, reason, List.of());
  }

  private static String told(@Nullable ApplianceVersion version) {
    return version == null ? "not known" : "not understood";
  }
}
