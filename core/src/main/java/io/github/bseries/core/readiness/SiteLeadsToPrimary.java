// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSide;
import java.util.stream.Stream;

/** Users go to the name of the site, and only the primary serves them. */
final class SiteLeadsToPrimary implements Rule {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
          "pair.site-leads-to-primary",
          Severity.WARNING,
          "The name of the site leads to the appliance that is primary",
          "Move the traffic: disable the shared IP on the backup and then enable it on the primary,"
              + " or point the DNS record or the NAT rule of the site to it.",
          "S1 \"Methods of Network Configuration for B Series Appliance Failover\"");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Verdict judge(PairFacts facts) {
    return facts
        .look()
        .flatMap(look -> Fact.ofNullable(look.site(), "nobody looked at the name of the site"))
        .flatMap(site -> facts.recent("site", site.observation()))
        .judge(
            look ->
                look.fold(
                    seen -> answered(facts, seen.applianceHealth()),
                    unreadable -> Verdict.notJudged("site " + unreadable.summary()),
                    silent -> silent(facts, "site " + silent.summary())));
  }

  private static Verdict answered(PairFacts facts, ApplianceHealth site) {
    String who = site.applianceId() + " answers under the name of the site";
    if (site.failoverRole() != FailoverRole.PRIMARY) {
      return Verdict.violated(who + " and is " + site.failoverRole().literal());
    }
    return Verdict.any(
        Stream.of(PairSide.values())
            .map(side -> facts.health(side).judge(health -> compare(side, health, site)))
            .toList());
  }

  private static Verdict compare(PairSide side, ApplianceHealth health, ApplianceHealth site) {
    if (!health.applianceId().equals(site.applianceId())) {
      return Verdict.violated(
          site.applianceId()
              + " answers under the name of the site, and is not the "
              + side.title());
    }
    return Verdict.of(
        health.failoverRole() == FailoverRole.PRIMARY,
        "the site leads to the " + side.title() + ", which is primary",
        "the site leads to the " + side.title() + ", which is " + health.failoverRole().literal());
  }

  private static Verdict silent(PairFacts facts, String what) {
    return BySide.seenAs(facts, FailoverRole.PRIMARY).isEmpty()
        ? Verdict.notJudged(what)
        : Verdict.violated(what);
  }
}
