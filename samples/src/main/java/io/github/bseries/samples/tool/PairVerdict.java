// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.SiteObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one look at a pair is worth as an exit code, and why.
 *
 * <p>One look knows no past: it cannot tell the moment of a swap from a conflict, nor a stale sync
 * from a young one. So it warns where a longer look might acquit, and never the other way round.
 */
record PairVerdict(ExitCode code, List<String> reasons) {

  static PairVerdict of(PairSnapshot snapshot) {
    Findings findings = new Findings();
    side(findings, "normal primary", snapshot.primary());
    side(findings, "normal backup", snapshot.backup());
    switch (snapshot.layout()) {
      case ONE_PRIMARY -> {
        if (snapshot.primary().role().equals(Optional.of(FailoverRole.BACKUP))) {
          findings.add(ExitCode.WARNING, "the roles are swapped: the normal backup is primary");
        }
      }
      case BOTH_BACKUP ->
          findings.add(
              ExitCode.WARNING, "both are backup: the moment of a swap, or a conflict if it lasts");
      case BOTH_PRIMARY -> findings.add(ExitCode.CRITICAL, "both say that they are primary");
      case NOT_PAIRED ->
          findings.add(ExitCode.CRITICAL, "there is no failover relationship, so nobody stands by");
      case PARTLY_SEEN ->
          findings.add(
              ExitCode.UNKNOWN,
              snapshot.isOneApplianceTwice()
                  ? "one appliance answers at both addresses; one of them is wrong"
                  : "not both roles could be read");
    }
    SiteObservation site = snapshot.site();
    if (site != null) {
      site(findings, site, snapshot.currentPrimary().map(ApplianceHealth::applianceId));
    }
    return findings.verdict();
  }

  static PairVerdict of(String side, Observation observation) {
    Findings findings = new Findings();
    side(findings, side, observation);
    return findings.verdict();
  }

  private static void side(Findings findings, String side, Observation observation) {
    observation.fold(
        seen -> {
          if (!seen.applianceHealth().success()) {
            findings.add(ExitCode.CRITICAL, "the " + side + " ails: " + words(seen));
          } else if (!seen.applianceHealth().errorMessages().isEmpty()) {
            findings.add(ExitCode.WARNING, "the " + side + " is well, but says: " + words(seen));
          }
          return findings;
        },
        unreadable ->
            findings.add(
                ExitCode.UNKNOWN, "the " + side + " answers, but with no health; see its reason"),
        silent ->
            findings.add(
                ExitCode.UNKNOWN,
                "the " + side + " is silent: it is down, or our view of it is cut"));
  }

  private static String words(Observation.Seen seen) {
    List<String> messages = seen.applianceHealth().errorMessages();
    return messages.isEmpty()
        ? "it does not say why"
        : String.join("; ", messages).replaceAll("[\\s\\p{Cntrl}]+", " ");
  }

  private static void site(Findings findings, SiteObservation site, Optional<ApplianceId> primary) {
    Optional<ApplianceId> answering = site.answeredBy();
    if (answering.isEmpty()) {
      findings.add(ExitCode.WARNING, "nobody that can be told answers under the site's name");
    } else if (primary.isPresent() && !primary.equals(answering)) {
      findings.add(
          ExitCode.WARNING, "the site's name leads to " + answering.get() + ", not to the primary");
    }
  }

  /** The findings so far. Critical outweighs unknown, and unknown outweighs a warning. */
  private static final class Findings {

    private static final List<ExitCode> BY_WEIGHT =
        List.of(ExitCode.FINE, ExitCode.WARNING, ExitCode.UNKNOWN, ExitCode.CRITICAL);

    private final List<String> reasons = new ArrayList<>();
    private ExitCode worst = ExitCode.FINE;

    Findings add(ExitCode code, String reason) {
      reasons.add(reason);
      if (BY_WEIGHT.indexOf(code) > BY_WEIGHT.indexOf(worst)) {
        worst = code;
      }
      return this;
    }

    PairVerdict verdict() {
      return new PairVerdict(worst, List.copyOf(reasons));
    }
  }
}
